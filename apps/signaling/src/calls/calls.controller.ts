import {
  accepted,
  signalingCommands as signaling,
  type CallId,
  type InputOf,
  type PeerId,
  type Reply,
  type ReplyTo,
} from '@devchitchat/contracts';
import { GroupCommit, Handles, type SignedInContext, type Transaction } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { RoomKindsFollower } from '../rooms/room-kinds.follower';
import { RoomsFollower } from './rooms.follower';
import { RoomsRepository } from '../rooms/rooms.repository';
import { noSuchCall, notYours } from './access';
import { peerIn } from './call';
import { Liveness } from './liveness';
import { CallsRegistry } from './calls.registry';
import { decide, type CallCommand } from './decide';

type Done = ReplyTo<typeof signaling.rtcLeave>;

/** Changes to calls in progress, until they end. */
@Controller()
export class CallsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly calls: CallsRegistry,
    private readonly rooms: RoomsRepository,
    private readonly follower: RoomsFollower,
    private readonly liveness: Liveness,
    private readonly kinds: RoomKindsFollower,
  ) {}

  @Handles(signaling.rtcLeave)
  leave(
    { callId, peerId }: InputOf<typeof signaling.rtcLeave>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof signaling.rtcLeave>> {
    return this.changeAs(context, callId, peerId, { type: 'leave', peerId });
  }

  @Handles(signaling.rtcEndCall)
  async endCall(
    { callId }: InputOf<typeof signaling.rtcEndCall>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof signaling.rtcEndCall>> {
    const roomId = this.calls.byId(callId)?.roomId;
    const kind = roomId && (await this.kinds.kindOf(roomId));
    const command: CallCommand = { type: 'end', kind, isAdmin: context.actor.role === 'admin' };
    return this.change(context, callId, (transaction) => this.perform(transaction, callId, command, context));
  }

  @Handles(signaling.rtcVoiceSet)
  setVoice(
    { callId, peerId, ...voice }: InputOf<typeof signaling.rtcVoiceSet>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof signaling.rtcVoiceSet>> {
    return this.changeAs(context, callId, peerId, { type: 'set voice', peerId, voice });
  }

  @Handles(signaling.rtcStreamPublish)
  publishStream(
    { callId, peerId, stream }: InputOf<typeof signaling.rtcStreamPublish>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof signaling.rtcStreamPublish>> {
    return this.changeAs(context, callId, peerId, { type: 'publish', peerId, stream });
  }

  @Handles(signaling.rtcStreamUnpublish)
  unpublishStream(
    { callId, peerId, kind }: InputOf<typeof signaling.rtcStreamUnpublish>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof signaling.rtcStreamUnpublish>> {
    return this.changeAs(context, callId, peerId, { type: 'unpublish', peerId, kind });
  }

  /** Performs a command that only the peer's own device may send. */
  private changeAs(context: SignedInContext, callId: CallId, peerId: PeerId, command: CallCommand): Promise<Done> {
    return this.change(context, callId, (transaction) => {
      const isInCall = peerIn(this.calls.byId(callId), peerId) !== undefined;
      const isHere = this.liveness.sessionOf(peerId) === context.actor.sessionId;
      const isMember = this.isInRoomOf(callId, context);
      return isMember && isInCall && !isHere ? notYours() : this.perform(transaction, callId, command, context);
    });
  }

  private async change<Value>(
    context: SignedInContext,
    callId: CallId,
    work: (transaction: Transaction) => Reply<Value>,
  ): Promise<Reply<Value>> {
    const call = this.calls.byId(callId);
    if (call) await this.follower.catchUpUnlessMember(call.roomId, context.actor.userId);
    return this.groupCommit.run(context, work);
  }

  /** Decides inside the transaction, on its state. */
  private perform(transaction: Transaction, callId: CallId, command: CallCommand, { actor }: SignedInContext): Done {
    const call = this.calls.byId(callId);
    if (!call) return noSuchCall();
    const decided = decide(call, this.rooms.byId(call.roomId), command, actor.userId);
    if (!decided.ok) return decided;
    for (const draft of decided.value) this.calls.append(transaction, draft);
    return accepted({});
  }

  private isInRoomOf(callId: CallId, { actor }: SignedInContext): boolean {
    const call = this.calls.byId(callId);
    return call !== null && this.rooms.isMember(call.roomId, actor.userId);
  }
}
