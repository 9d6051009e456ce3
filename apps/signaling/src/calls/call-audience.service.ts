import type { Audience, CallId, Scope } from '@devchitchat/contracts';
import type { ScopeAudience } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { CallHistory } from './call-history.repository';

/** The audience of a call's events: all members of its room. */
@Injectable()
export class CallAudience implements ScopeAudience {
  constructor(
    private readonly history: CallHistory,
    private readonly rooms: RoomsRepository,
  ) {}

  of({ id }: Scope): Audience {
    const roomId = this.history.roomOf(id as CallId);
    return roomId ? [...this.rooms.byId(roomId).members.keys()] : [];
  }
}
