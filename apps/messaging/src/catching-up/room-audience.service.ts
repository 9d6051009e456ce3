import {
  departureOf,
  type AnyEvent,
  type Audience,
  type RoomId,
  type Scope,
  type UserId,
} from '@devchitchat/contracts';
import type { ScopeAudience } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { membersOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';

/**
 * The audience of a room's head: its members, and those who recently left or were removed, since they may have missed
 * that event. A person's own scope goes to that person.
 */
@Injectable()
export class RoomAudience implements ScopeAudience {
  constructor(private readonly rooms: RoomsRepository) {}

  of({ kind, id }: Scope, recent: readonly AnyEvent[]): Audience {
    const person = id as UserId;
    if (kind === 'user') return [person];
    const room = this.rooms.byId(id as RoomId);
    const leavers = recent.flatMap((event) => departureOf(event)?.userId ?? []);
    return room ? [...new Set([...membersOf(room), ...leavers])] : [];
  }
}
