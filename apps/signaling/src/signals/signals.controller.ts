import {
  accepted,
  limits,
  refused,
  signalingCommands as signaling,
  signalingNotices as notices,
  signalingReasons as reasons,
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
import { noSuchCall, notToYourself } from '../calls/access';
import { peerIn } from '../calls/call';
import { Liveness } from '../calls/liveness';
import { SpeakersService } from '../calls/speakers.service';
import { SignalBudget } from './signal-budget';

interface Addressed {
  readonly callId: CallId;
  readonly peerId: PeerId;
  readonly toPeerId: PeerId;
  readonly incarnation: number;
}

/** Forwards signals between two peers of a call, to the receiving peer's device only. Signals are never stored. */
@Controller()
export class SignalsController {
  constructor(
    private readonly publisher: Publisher,
    private readonly speakers: SpeakersService,
    private readonly liveness: Liveness,
    private readonly budget: SignalBudget,
  ) {}

  @Handles(signaling.rtcOffer)
  offer(input: InputOf<typeof signaling.rtcOffer>, { actor }: SignedInContext): ReplyTo<typeof signaling.rtcOffer> {
    return this.describe(notices.rtcOfferEvent, input, actor);
  }

  @Handles(signaling.rtcAnswer)
  answer(input: InputOf<typeof signaling.rtcAnswer>, { actor }: SignedInContext): ReplyTo<typeof signaling.rtcAnswer> {
    return this.describe(notices.rtcAnswerEvent, input, actor);
  }

  private describe(
    notice: typeof notices.rtcOfferEvent | typeof notices.rtcAnswerEvent,
    input: InputOf<typeof signaling.rtcOffer>,
    actor: Actor,
  ): Reply<Record<string, never>> {
    const device = this.deviceFor(input, actor);
    if (!device.ok) return device;
    const { negotiation, sdp } = input;
    const waitMs = this.budget.describe(input.peerId, input.toPeerId, Buffer.byteLength(sdp), performance.now());
    if (waitMs > 0) return tooManyDescriptions(waitMs);
    this.publisher.notice(notice, { ...stamped(input, actor), negotiation, sdp }, [device.value]);
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
    if (!this.budget.spend(input.peerId, input.toPeerId, candidates.length, performance.now())) {
      return refused(reasons.signalCandidates, { max: limits.candidatesPerNegotiation });
    }
    this.publisher.notice(notices.rtcIceEvent, { ...stamped(input, actor), candidates }, [device.value]);
    return accepted({});
  }

  private deviceFor({ callId, peerId, toPeerId }: Addressed, actor: Actor): Reply<SessionId> {
    const speaking = this.speakers.callOf({ callId, peerId }, actor);
    if (!speaking.ok) return speaking;
    if (peerId === toPeerId) return notToYourself();
    const device = peerIn(speaking.value, toPeerId) ? this.liveness.sessionOf(toPeerId) : undefined;
    return device ? accepted(device) : noSuchCall();
  }
}

const tooManyDescriptions = (waitMs: number) => refused(reasons.signalDescriptions, {}, waitMs);

const stamped = ({ callId, peerId, toPeerId, incarnation }: Addressed, { userId }: Actor) => ({
  callId,
  toPeerId,
  fromPeerId: peerId,
  fromUserId: userId,
  incarnation,
});
