import {
  accepted,
  refused,
  limits,
  signalingCommands as signaling,
  signalingNotices as notices,
  type Actor,
  type CallId,
  type InputOf,
  type PeerId,
  type Reply,
  type ReplyTo,
  type SessionId,
} from '@devchitchat/contracts';
import { Handles, Publisher, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { noSuchCall, speaksIn } from '../calls/access';
import { Attendance } from '../calls/attendance';
import { CallsRegistry } from '../calls/calls.registry';
import { RoomsRepository } from '../rooms/rooms.repository';
import { CandidateBudget } from './candidate-budget';

interface Addressed {
  readonly callId: CallId;
  readonly peerId: PeerId;
  readonly toPeerId: PeerId;
}

/** Passes signals on between two peers of one call, to the one device they are for. They are written down nowhere. */
@Controller()
export class SignalsController {
  constructor(
    private readonly publisher: Publisher,
    private readonly calls: CallsRegistry,
    private readonly rooms: RoomsRepository,
    private readonly attendance: Attendance,
    private readonly budget: CandidateBudget,
  ) {}

  @Handles(signaling.rtcOffer)
  offer(input: InputOf<typeof signaling.rtcOffer>, { actor }: SignedInContext): ReplyTo<typeof signaling.rtcOffer> {
    const device = this.deviceFor(input, actor);
    if (!device.ok) return device;
    const { negotiation, sdp } = input;
    this.budget.renew(input.peerId, input.toPeerId);
    this.publisher.notice(notices.rtcOfferEvent, { ...stamped(input, actor), negotiation, sdp }, [device.value]);
    return accepted({});
  }

  @Handles(signaling.rtcAnswer)
  answer(input: InputOf<typeof signaling.rtcAnswer>, { actor }: SignedInContext): ReplyTo<typeof signaling.rtcAnswer> {
    const device = this.deviceFor(input, actor);
    if (!device.ok) return device;
    const { negotiation, sdp } = input;
    this.budget.renew(input.peerId, input.toPeerId);
    this.publisher.notice(notices.rtcAnswerEvent, { ...stamped(input, actor), negotiation, sdp }, [device.value]);
    return accepted({});
  }

  @Handles(signaling.rtcAskOffer)
  askOffer(
    input: InputOf<typeof signaling.rtcAskOffer>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof signaling.rtcAskOffer> {
    const device = this.deviceFor(input, actor);
    if (!device.ok) return device;
    const { restart } = input;
    this.publisher.notice(notices.rtcAskOfferEvent, { ...stamped(input, actor), restart }, [device.value]);
    return accepted({});
  }

  @Handles(signaling.rtcIce)
  ice(input: InputOf<typeof signaling.rtcIce>, { actor }: SignedInContext): ReplyTo<typeof signaling.rtcIce> {
    const device = this.deviceFor(input, actor);
    if (!device.ok) return device;
    const { candidates } = input;
    if (!this.budget.spend(input.peerId, input.toPeerId, candidates.length)) {
      const sentence = `No more than ${limits.candidatesPerNegotiation} candidates to a peer in one negotiation.`;
      return refused('too_large', sentence);
    }
    this.publisher.notice(notices.rtcIceEvent, { ...stamped(input, actor), candidates }, [device.value]);
    return accepted({});
  }

  private deviceFor({ callId, peerId, toPeerId }: Addressed, actor: Actor): Reply<SessionId> {
    const speaking = speaksIn(this.calls.byId(callId), {
      peerId,
      by: actor,
      seatedAt: this.attendance.sessionOf(peerId),
      isMember: (roomId) => this.rooms.isMember(roomId, actor.userId),
    });
    if (!speaking.ok) return speaking;
    const device = speaking.value.peers.has(toPeerId) ? this.attendance.sessionOf(toPeerId) : undefined;
    return device ? accepted(device) : noSuchCall();
  }
}

const stamped = ({ callId, peerId, toPeerId }: Addressed, { userId }: Actor) => ({
  callId,
  toPeerId,
  fromPeerId: peerId,
  fromUserId: userId,
});
