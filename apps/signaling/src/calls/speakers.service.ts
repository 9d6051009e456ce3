import type { Actor, Call, CallId, PeerId, Reply } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { speaksIn } from './access';
import { Liveness } from './liveness';
import { CallsRegistry } from './calls.registry';

/** Checks whether an actor may act for a peer. */
@Injectable()
export class SpeakersService {
  constructor(
    private readonly calls: CallsRegistry,
    private readonly rooms: RoomsRepository,
    private readonly liveness: Liveness,
  ) {}

  /** The call, if the peer belongs to the actor's session. */
  callOf({ callId, peerId }: { callId: CallId; peerId: PeerId }, actor: Actor): Reply<Call> {
    return speaksIn(this.calls.byId(callId), {
      peerId,
      by: actor,
      sessionId: this.liveness.sessionOf(peerId),
      isMember: (roomId) => this.rooms.isMember(roomId, actor.userId),
    });
  }
}
