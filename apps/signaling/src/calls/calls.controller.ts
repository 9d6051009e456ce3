import {
  accepted,
  signalingCommands as signaling,
  type CallId,
  type InputOf,
  type PeerId,
  type Reply,
  type ReplyTo,
} from '@devchitchat/contracts';
import {
  GroupCommit,
  Handles,
  pageOf,
  randomId,
  type SignedInContext,
  type Transaction,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { RoomKindsFollower } from '../rooms/room-kinds.follower';
import { RoomsFollower } from './rooms.follower';
import { RoomsRepository } from '../rooms/rooms.repository';
import { IceServersService } from '../turn/ice-servers.service';
import { RevokedSessions } from './revoked-sessions';
import { noSuchCall, notYours, onlyBrowsersCall, signedOut } from './access';
import { peerIn } from './call';
import { Liveness } from './liveness';
import { CallHistory } from './call-history.repository';
import { CallsRegistry } from './calls.registry';
import { decide, type CallCommand } from './decide';
import { PeerSessionsRepository } from './peer-sessions.repository';

type Done = ReplyTo<typeof signaling.rtcLeave>;

@Controller()
export class CallsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly calls: CallsRegistry,
    private readonly history: CallHistory,
    private readonly rooms: RoomsRepository,
    private readonly follower: RoomsFollower,
    private readonly liveness: Liveness,
    private readonly sessions: PeerSessionsRepository,
    private readonly revoked: RevokedSessions,
    private readonly iceServers: IceServersService,
    private readonly kinds: RoomKindsFollower,
  ) {}

  @Handles(signaling.rtcCallList)
  async listCalls(
    { after, limit }: InputOf<typeof signaling.rtcCallList>,
    { actor }: SignedInContext,
  ): Promise<ReplyTo<typeof signaling.rtcCallList>> {
    // The actor may have just joined the room.
    await this.follower.catchUp();
    const own = this.calls
      .all()
      .filter(
        ({ callId, roomId }) => (after === undefined || callId > after) && this.rooms.isMember(roomId, actor.userId),
      )
      .sort((a, b) => (a.callId < b.callId ? -1 : 1));
    const { page, next } = pageOf(own.slice(0, limit + 1), limit, ({ callId }) => callId);
    return accepted({ calls: page, next });
  }

  @Handles(signaling.rtcJoin)
  async join(
    { roomId, muted, deafened, ...input }: InputOf<typeof signaling.rtcJoin>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof signaling.rtcJoin>> {
    const { userId, sessionId } = context.actor;
    if (!sessionId) return onlyBrowsersCall();
    // The actor may have just left the room or been removed from it.
    await this.follower.catchUp();
    const { peerId } = input;
    const joined = await this.groupCommit.run(context, (transaction) => {
      // The session was still valid when the command was sent.
      if (this.revoked.has(sessionId)) return signedOut();
      const before = this.calls.inRoom(roomId);
      const formerly = this.history.formerPeer(peerId);
      const voice = { muted, deafened };
      const command: CallCommand = { type: 'join', ...input, voice, formerly, newCallId: randomId<CallId>('c') };
      const decided = decide(before, this.rooms.byId(roomId), command, userId);
      if (!decided.ok) return decided;
      for (const draft of decided.value) this.calls.append(transaction, draft);
      const call = this.calls.inRoom(roomId);
      if (!call) return noSuchCall();
      this.sessions.keepOnly(this.calls.peerIds());
      this.sessions.keep(peerId, sessionId);
      return accepted({ call, iceServers: this.iceServers.for(userId) });
    });
    if (joined.ok) this.liveness.add(peerId, sessionId);
    return joined;
  }

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
