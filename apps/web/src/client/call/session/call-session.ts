import {
  isEvent,
  type signalingCommands as signaling,
  signalingEvents,
  type AnyEvent,
  type Call,
  type Peer,
  type PeerId,
  type ReplyTo,
  type RoomId,
  type Stream,
  type VoiceState,
} from '@devchitchat/contracts';
import { hasReason } from '../../answers/has-reason';
import { coalesced } from '../../connection/coalesced';
import type { CallNotice } from '../../connection/connection';
import { Mesh } from '../mesh/mesh';
import { SignalQueue } from '../mesh/signal-queue';
import { VoiceStateSync } from '../voice/voice-state-sync';
import type { CallSessionOptions } from './call-session-options';
import { JoinRetry } from './join-retry';
import { LivenessResponder } from './liveness-responder';
import { PeerCommands } from './peer-commands';
import { rosterOf, staysLinked, visiblePeers, type Roster } from './roster';
import { disconnectedTooLong, endingAfter } from './session-ending';
import { signalFrom } from './signal-notice';
import { StreamSync } from './stream-sync';

/** After this long without a server and without a link, rejoining would open a microphone the user forgot about. */
const abandonedAfterMs = 120_000;

/**
 * This tab's participation in the call of a room, from joining to leaving. Its peer id and its links survive restarts of
 * every server process. After an interruption it joins again with the same peer id, which resumes the same call or fails
 * with the reason, and never starts a new call.
 */
export class CallSession {
  readonly mesh: Mesh;
  /** Every peer in the call, this one included. Empty until the server confirmed the join. */
  peers: readonly Peer[] = [];
  /** Every other peer in the call. */
  roster: Roster = new Map();
  /** Joins, or joins again: makes sure that the server lists this peer. */
  readonly ensureJoined = coalesced(() => this.join());
  private readonly commands: PeerCommands;
  private readonly signalQueue: SignalQueue;
  private readonly voice: VoiceStateSync;
  private readonly streams: StreamSync;
  private readonly liveness: LivenessResponder;
  private readonly retry: JoinRetry;
  /** Peers that said goodbye over their link. The server may not know it yet. */
  private readonly departed = new Set<PeerId>();
  /** The visible peers that the server lists as away. */
  private held: ReadonlySet<PeerId> = new Set();
  private isOver = false;
  private takeOver: boolean;

  constructor(private readonly options: CallSessionOptions) {
    const { ask, connect, peerId, clock } = options;
    const commands = new PeerCommands(ask, peerId);
    this.commands = commands;
    this.takeOver = options.takeOver;
    this.retry = new JoinRetry(() => this.ensureJoined(), clock);
    this.signalQueue = new SignalQueue((to, signal) => commands.send(to, signal), clock);
    this.voice = new VoiceStateSync(options.voice, (voice) => commands.setVoice(voice), clock);
    this.streams = new StreamSync(commands, () => this.call()?.peers.find((peer) => peer.peerId === peerId)?.streams);
    this.mesh = new Mesh({
      me: peerId,
      createConnection: connect,
      freshConfiguration: () => this.freshConfiguration(),
      send: (to, signal) => {
        this.signalQueue.send(to, signal);
      },
      changed: () => {
        this.linksChanged();
      },
      departed: (peerId) => {
        this.departed.add(peerId);
        this.refresh();
      },
      clock,
    });
    this.liveness = new LivenessResponder({
      links: () => this.mesh.links,
      keepAlive: (links) => commands.keepAlive(links),
      doubted: () => this.ensureJoined(),
      clock,
    });
  }

  get peerId(): PeerId {
    return this.options.peerId;
  }

  get roomId(): RoomId {
    return this.options.roomId;
  }

  /** The server confirmed the join. */
  get isJoined(): boolean {
    return this.commands.callId !== null;
  }

  /** Publishes these streams from now on. */
  setStreams(streams: readonly Stream[]): void {
    this.streams.set(streams);
  }

  setVoice(voice: VoiceState): void {
    this.voice.set(voice);
  }

  /** Updates peers and links from the call's current state. */
  refresh(): void {
    const call = this.call();
    if (!call || this.isOver) return;
    const { departed, held, peerId: me } = this;
    this.peers = visiblePeers(call, { me, departed, held, links: this.mesh.links });
    this.roster = rosterOf(this.peers, me);
    this.held = new Set(call.away.map(({ peerId }) => peerId).filter((peerId) => this.roster.has(peerId)));
    for (const peerId of [...this.mesh.links.keys()]) if (!this.roster.has(peerId)) this.disconnect(peerId);
    this.mesh.connectTo(this.roster.keys());
    this.options.changed();
    // The server removed this peer as silent and the event got lost.
    if (!call.peers.some(({ peerId }) => peerId === me)) void this.ensureJoined();
  }

  handleEvent(event: AnyEvent): void {
    if (event.scope.id !== this.commands.callId || this.isOver) return;
    const { callLeft, callEnded } = signalingEvents;
    if (isEvent(callLeft, event) && event.body.peerId === this.peerId) {
      const ending = endingAfter(event.body.reason);
      if (ending) this.options.ended(ending);
      else if (event.body.reason === 'silent') void this.ensureJoined();
    } else if (isEvent(callEnded, event)) {
      if (event.body.reason === 'ended') this.options.ended({ endedBy: event.actorUserId });
      else void this.ensureJoined();
    }
  }

  handleNotice(notice: CallNotice): void {
    if (notice.data.callId !== this.commands.callId || this.isOver) return;
    if (notice.name === 'rtc.liveness_check') void this.liveness.answer();
    else if (notice.data.toPeerId === this.peerId) this.mesh.receive(notice.data.fromPeerId, signalFrom(notice));
  }

  leave(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.voice.left();
    this.retry.cancel();
    this.liveness.stop();
    this.mesh.leave();
    const { callId } = this.commands;
    if (callId) this.options.pendingLeaves.add(callId, this.peerId);
  }

  private async join(): Promise<void> {
    if (this.isOver || this.retry.isLimited) return;
    if (this.isAbandoned()) {
      this.options.ended(disconnectedTooLong());
      return;
    }
    const { roomId, takeOver } = this;
    const { voice } = this.voice;
    const reply = await this.commands.join({ roomId, takeOver, voice, streams: this.streams.desired });
    if (reply.ok) await this.joined(reply.value, voice);
    else await this.refusedToJoin(reply.error);
  }

  /** `voice` is what this peer sent with the join. */
  private async joined({ call, iceServers }: Joined, voice: VoiceState): Promise<void> {
    const { calls, configuration, pendingLeaves } = this.options;
    if (this.isOver) {
      // The user left before the reply arrived.
      pendingLeaves.add(call.callId, this.peerId);
      return;
    }
    const isBack = this.isJoined;
    this.commands.callId = call.callId;
    this.takeOver = false;
    this.retry.succeeded();
    this.liveness.confirm();
    this.mesh.configure(configuration(iceServers));
    if (isBack) this.mesh.wake();
    calls.learn(call);
    this.refresh();
    this.syncVoice(call, voice, isBack);
    await this.streams.flush();
  }

  /** A device that this one replaces may have been muted: the server then lists this peer as muted too. */
  private syncVoice({ peers }: Call, voice: VoiceState, isBack: boolean): void {
    const me = peers.find(({ peerId }) => peerId === this.peerId);
    if (!me) return;
    if (!isBack && ((me.muted && !voice.muted) || (me.deafened && !voice.deafened)))
      this.options.restrictedElsewhere(me);
    this.voice.joined(me);
  }

  private async refusedToJoin(error: JoinRefusal): Promise<void> {
    const { ended } = this.options;
    if (this.isOver) return;
    if (error.retryable) this.retry.failed(error);
    else if (!this.isJoined && (await this.isElsewhere(error))) ended({ elsewhere: true });
    else ended({ sentence: error.message });
  }

  /** Whether the user is in this call on another device. Peers that this tab is leaving do not count. */
  private async isElsewhere(error: JoinRefusal): Promise<boolean> {
    if (!hasReason(error, 'call.on_another_device')) return false;
    const { calls, pendingLeaves, roomId, userId } = this.options;
    await calls.reload();
    const mine = calls.inRoom(roomId)?.peers.filter((peer) => peer.userId === userId) ?? [];
    return mine.some(({ peerId }) => peerId !== this.peerId && !pendingLeaves.has(peerId));
  }

  private isAbandoned(): boolean {
    const isAlone = ![...this.mesh.links.values()].some(({ state }) => ['connected', 'interrupted'].includes(state));
    return this.isJoined && isAlone && this.liveness.unconfirmedForMs > abandonedAfterMs;
  }

  private call(): Call | undefined {
    const { callId } = this.commands;
    return callId ? this.options.calls.byId(callId) : undefined;
  }

  private linksChanged(): void {
    const { held } = this;
    const lostAway = [...held].some((peerId) => !staysLinked(peerId, { links: this.mesh.links, held }));
    if (lostAway) this.refresh();
    else this.options.changed();
    if (this.isJoined) this.liveness.linksChanged();
  }

  private disconnect(peerId: PeerId): void {
    this.signalQueue.drop(peerId);
    this.mesh.disconnectFrom(peerId);
  }

  private async freshConfiguration(): Promise<RTCConfiguration | null> {
    const reply = await this.commands.iceServers();
    return reply.ok ? this.options.configuration(reply.value) : null;
  }
}

type JoinReply = ReplyTo<typeof signaling.rtcJoin>;
type Joined = (JoinReply & { readonly ok: true })['value'];
type JoinRefusal = (JoinReply & { readonly ok: false })['error'];
