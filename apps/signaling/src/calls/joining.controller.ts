import {
  accepted,
  signalingCommands as signaling,
  type CallId,
  type InputOf,
  type ReplyTo,
} from '@devchitchat/contracts';
import { GroupCommit, Handles, pageOf, randomId, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { IceServersService } from '../turn/ice-servers.service';
import { noSuchCall, onlyBrowsersCall, signedOut } from './access';
import { CallHistory } from './call-history.repository';
import { CallsRegistry } from './calls.registry';
import { decide, type CallCommand } from './decide';
import { Liveness } from './liveness';
import { PeerSessionsRepository } from './peer-sessions.repository';
import { RevokedSessions } from './revoked-sessions';
import { RoomsFollower } from './rooms.follower';

/** Lists the calls in a person's rooms, and lets a device join one. */
@Controller()
export class JoiningController {
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
}
