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
 * Whom the end of a room concerns: its members, and those who left it or had to leave it lately and may not have heard that
 * they did. A person's own things concern that person.
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
