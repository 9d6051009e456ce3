import {
  isEvent,
  refused,
  type signalingCommands as signaling,
  signalingEvents,
  type AnyEvent,
  type Call,
  type CallId,
  type IceServers,
  type LeavingReason,
  type Peer,
  type PeerId,
  type ReplyTo,
  type RoomId,
  type Stream,
  type UserId,
  type VoiceState,
} from '@devchitchat/contracts';
import { coalesced } from '../../connection/coalesced';
import type { CallNotice, Connection } from '../../connection/connection';
import { t } from '../../../platform/language/t';
import type { Calls } from '../state/calls';
import type { PendingLeaves } from './pending-leaves';
import type { Clock } from '../../../platform/time/clock';
import { Mesh } from '../mesh/mesh';
import type { Signal } from '../mesh/signal';
import { SignalLine } from '../mesh/signal-line';
import { retryDelay } from './retry-delay';
import { visiblePeers, rosterOf, type Roster } from './roster';
import { VoiceStateSync } from '../voice/voice-state-sync';

/** Milliseconds without a server and without a link to anybody, after which coming back would open a forgotten microphone. */
const forgottenAfter = 120_000;

/** Milliseconds without a roll call after which the server is asked whether it still knows this browser. */
const rollCallWithin = 10_000;

/** Why a stay ended from the other side. */
export type CallEnding =
  | { readonly sentence: string }
  | { readonly endedBy: UserId | null }
  /** The person is in this call on another device, and was not asked yet. */
  | { readonly elsewhere: true };

export interface CallSessionOptions {
  readonly roomId: RoomId;
  /** A fresh one for each stay: the server takes it for coming back to the same call, and for nothing else. */
  readonly peerId: PeerId;
  readonly userId: UserId;
  /** The person was asked, and moves the call from another device to this one. */
  readonly takeOver: boolean;
  readonly ask: Connection['ask'];
  readonly calls: Pick<Calls, 'byId' | 'inRoom' | 'learn' | 'reload'>;
  readonly pendingLeaves: Pick<PendingLeaves, 'add' | 'has'>;
  readonly connect: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly configuration: (servers: IceServers) => RTCConfiguration;
  /** Whether this peer is muted and deafened when it enters. */
  readonly voice: VoiceState;
  /** The person is muted or deafened at another device, from which this one takes over. */
  readonly closedElsewhere: (voice: VoiceState) => void;
  /** Somebody came, went, or is linked to in another way. */
  readonly changed: () => void;
  /** The stay ended from the other side. */
  readonly over: (why: CallEnding) => void;
  readonly clock: Clock;
}

/**
 * One's stay in the call of a room, from joining to leaving. Its peer id and its links outlive every gateway and every
 * service. Back from an interruption it names the same peer id, so that it comes back to the same call or learns why not,
 * and never starts one.
 */
export class CallSession {
  readonly mesh: Mesh;
  /** Everybody in the call, oneself too. Empty until the server said that one is in. */
  peers: readonly Peer[] = [];
  /** Everybody else in the call. */
  roster: Roster = new Map();
  /** Makes sure that the server knows of this stay. */
  readonly ensureJoined = coalesced(() => this.attendNow());
  private callId: CallId | null = null;
  private streams: readonly Stream[] = [];
  private readonly line: SignalLine;
  private readonly told: VoiceStateSync;
  private readonly showStreams = coalesced(() => this.showStreamsNow());
  private readonly departed = new Set<PeerId>();
  private isOver = false;
  private takeOver: boolean;
  /** When the server last said that one is in. */
  private confirmedAt = 0;
  private cancelWatch = () => {};
  private failures = 0;
  /** To whom links stood when the roll was answered last. */
  private heard: readonly PeerId[] = [];
  /** The server takes no earlier try than this. */
  private notBefore = 0;
  private cancelRetry = () => {};

  constructor(private readonly options: CallSessionOptions) {
    const { connect, clock } = options;
    this.takeOver = options.takeOver;
    this.line = new SignalLine((to, signal) => this.post(to, signal), clock);
    this.told = new VoiceStateSync(
      options.voice,
      (voice) => {
        const { callId, peerId } = this;
        if (!callId) return Promise.resolve(refused('not_found', ''));
        return options.ask('rtc.voice_set', { callId, peerId, ...voice });
      },
      clock,
    );
    this.mesh = new Mesh({
      me: this.peerId,
      connect,
      freshConfiguration: () => this.freshConfiguration(),
      send: (to, signal) => {
        this.line.send(to, signal);
      },
      changed: () => {
        this.linksChanged();
      },
      gone: (peerId) => {
        this.departed.add(peerId);
        this.refresh();
      },
      clock,
    });
  }

  get peerId(): PeerId {
    return this.options.peerId;
  }

  get roomId(): RoomId {
    return this.options.roomId;
  }

  /** The server has said that one is in the call. */
  get isIn(): boolean {
    return this.callId !== null;
  }

  /** Says what this peer shows from now on. */
  setStreams(streams: readonly Stream[]): void {
    this.streams = streams;
    void this.showStreams();
  }

  /** Says whether this peer is muted and deafened from now on. */
  setVoice(voice: VoiceState): void {
    this.told.set(voice);
  }

  /** Looks at the call as it is known now. */
  refresh(): void {
    const call = this.callId && this.options.calls.byId(this.callId);
    if (!call || this.isOver) return;
    const { departed: gone, peerId: me } = this;
    this.peers = visiblePeers(call, { me, departed: gone, isLinked: (peerId) => this.isLinked(peerId) });
    this.roster = rosterOf(this.peers, me);
    for (const peerId of [...this.mesh.links.keys()]) if (!this.roster.has(peerId)) this.drop(peerId);
    this.mesh.meet(this.roster.keys());
    this.options.changed();
    // The server has not heard this browser for a while, and that news of it got lost.
    if (!call.peers.some(({ peerId }) => peerId === me)) void this.ensureJoined();
  }

  handleEvent(event: AnyEvent): void {
    if (event.scope.id !== this.callId) return;
    if (isEvent(signalingEvents.callLeft, event) && event.body.peerId === this.peerId)
      this.hearOfOwnLeaving(event.body.reason);
    if (!isEvent(signalingEvents.callEnded, event)) return;
    if (event.body.reason === 'ended') this.options.over({ endedBy: event.actorUserId });
    else void this.ensureJoined();
  }

  handleNotice({ name, data }: CallNotice): void {
    if (data.callId !== this.callId || this.isOver) return;
    if (name === 'rtc.roll_call') return void this.answerRollCall(data.callId);
    const { toPeerId, fromPeerId, incarnation } = data;
    if (toPeerId !== this.peerId) return;
    const hear = (signal: Signal) => {
      this.mesh.hear(fromPeerId, signal);
    };
    if (name === 'rtc.ice_event') return hear({ type: 'ice', incarnation, candidates: data.candidates });
    if (name === 'rtc.ask_offer_event') return hear({ type: 'ask', incarnation, restart: data.restart });
    const { negotiation, sdp } = data;
    hear({ type: name === 'rtc.offer_event' ? 'offer' : 'answer', incarnation, negotiation, sdp });
  }

  leave(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.told.left();
    this.cancelRetry();
    this.cancelWatch();
    this.mesh.leave();
    if (this.callId) this.options.pendingLeaves.add(this.callId, this.peerId);
  }

  private async attendNow(): Promise<void> {
    const { ask, clock, over, roomId } = this.options;
    // Too early; a timer tries again when it is time.
    if (this.isOver || clock.now < this.notBefore) return;
    if (this.isForgotten()) {
      over({ sentence: t('You were disconnected for too long, so you left the call.') });
      return;
    }
    const { peerId, takeOver } = this;
    const { voice } = this.told;
    const as = { peerId, streams: [...this.streams], ...voice };
    await this.answered(await ask('rtc.join', { roomId, takeOver, ...as }), voice);
  }

  private async answered(reply: ReplyTo<typeof signaling.rtcJoin>, voice: VoiceState): Promise<void> {
    const { calls, configuration, pendingLeaves: farewells } = this.options;
    if (!reply.ok) return this.refusedEntry(reply.error);
    const { call, iceServers } = reply.value;
    if (this.isOver) {
      // Left while it was asked.
      farewells.add(call.callId, this.peerId);
      return;
    }
    const isBack = this.isIn;
    this.callId = call.callId;
    this.takeOver = false;
    this.failures = 0;
    this.confirm();
    this.mesh.configure(configuration(iceServers));
    if (isBack) this.mesh.wake();
    calls.learn(call);
    this.refresh();
    this.entered(call, voice, isBack);
    await this.showStreams();
  }

  /** `voice` is what this peer said of itself; the server knows better where the person comes from another device. */
  private entered({ peers }: Call, voice: VoiceState, isBack: boolean): void {
    const me = peers.find(({ peerId }) => peerId === this.peerId);
    if (!me) return;
    if (!isBack && ((me.muted && !voice.muted) || (me.deafened && !voice.deafened))) this.options.closedElsewhere(me);
    this.told.joined(me);
  }

  private async refusedEntry(error: (ReplyTo<typeof signaling.rtcJoin> & { ok: false })['error']): Promise<void> {
    const { clock, over } = this.options;
    if (this.isOver) return;
    if (error.retryable) {
      const wait = retryDelay(this.failures, error.retryAfterMs);
      this.failures += 1;
      if (error.code === 'rate_limited') this.notBefore = clock.now + wait;
      this.cancelRetry();
      this.cancelRetry = clock.after(wait, () => void this.ensureJoined());
    } else if (error.code === 'conflict' && !this.isIn && (await this.isElsewhere())) {
      over({ elsewhere: true });
    } else {
      over({ sentence: error.message });
    }
  }

  /** Whether the person is in this call on another device, and not only as somebody this browser was a moment ago. */
  private async isElsewhere(): Promise<boolean> {
    const { calls, pendingLeaves: farewells, roomId, userId } = this.options;
    await calls.reload();
    const mine = calls.inRoom(roomId)?.peers.filter((peer) => peer.userId === userId) ?? [];
    return mine.some(({ peerId }) => peerId !== this.peerId && !farewells.has(peerId));
  }

  private isForgotten(): boolean {
    const isAlone = ![...this.mesh.links.keys()].some((peerId) => this.isLinked(peerId));
    return this.isIn && isAlone && this.options.clock.now - this.confirmedAt > forgottenAfter;
  }

  private async answerRollCall(callId: CallId): Promise<void> {
    const { ask } = this.options;
    const links = [...this.mesh.links].map(([toPeerId, { state }]) => ({ toPeerId, state }));
    this.heard = links.filter(({ state }) => state === 'connected').map(({ toPeerId }) => toPeerId);
    const reply = await ask('rtc.keep_alive', { callId, peerId: this.peerId, links });
    if (reply.ok) this.confirm();
    else if (!reply.error.retryable) await this.ensureJoined();
  }

  /** The server has just said that one is in. It calls the roll of everybody whom it knows. */
  private confirm(): void {
    const { clock } = this.options;
    this.confirmedAt = clock.now;
    this.cancelWatch();
    this.cancelWatch = clock.after(rollCallWithin, () => void this.ensureJoined());
  }

  private hearOfOwnLeaving(reason: LeavingReason): void {
    if (this.isOver) return;
    if (reason === 'silent') void this.ensureJoined();
    else if (reason === 'moved') this.options.over({ sentence: t('You moved this call to another tab or device.') });
    else if (reason === 'room_left') this.options.over({ sentence: t('You are not in this room any more.') });
    else if (reason !== 'self') this.options.over({ sentence: t('You were signed out, so you left the call.') });
  }

  private isLinked(peerId: PeerId): boolean {
    const state = this.mesh.links.get(peerId)?.state;
    return state === 'connected' || state === 'interrupted';
  }

  /** Whom only the link keeps in the call is out with it. */
  private linksChanged(): void {
    const call = this.callId && this.options.calls.byId(this.callId);
    const isOver = call && call.away.some(({ peerId }) => this.roster.has(peerId) && !this.isLinked(peerId));
    if (isOver) this.refresh();
    else this.options.changed();
    // Who is silent stays in the call while somebody says to hear them.
    const isLost = (peerId: PeerId): boolean => (this.mesh.links.get(peerId)?.state ?? 'connected') !== 'connected';
    if (this.callId && this.heard.some(isLost)) void this.answerRollCall(this.callId);
  }

  private drop(peerId: PeerId): void {
    this.line.drop(peerId);
    this.mesh.part(peerId);
  }

  /** Fresh credentials for the relay; `null` while the server cannot be asked. */
  private async freshConfiguration(): Promise<RTCConfiguration | null> {
    const { ask, configuration } = this.options;
    if (!this.callId) return null;
    const reply = await ask('rtc.ice_servers', { callId: this.callId, peerId: this.peerId });
    return reply.ok ? configuration(reply.value) : null;
  }

  /** Tells the server what it does not know yet. It is told again whenever this stay attends. */
  private async showStreamsNow(): Promise<void> {
    const { ask, calls } = this.options;
    const callId = this.callId;
    const known = callId && calls.byId(callId)?.peers.find(({ peerId }) => peerId === this.peerId)?.streams;
    if (!callId || !known) return;
    const me = { callId, peerId: this.peerId };
    for (const { kind } of known) {
      if (!this.streams.some((stream) => stream.kind === kind)) await ask('rtc.stream_unpublish', { ...me, kind });
    }
    for (const stream of this.streams) {
      const isKnown = known.some(({ kind, sound }) => kind === stream.kind && sound === stream.sound);
      if (!isKnown) await ask('rtc.stream_publish', { ...me, stream });
    }
  }

  private post(toPeerId: PeerId, signal: Signal): Promise<ReplyTo<typeof signaling.rtcOffer>> {
    const { ask } = this.options;
    const callId = this.callId;
    if (!callId) return Promise.resolve(refused('unavailable', t('There is no call yet.')));
    const { incarnation } = signal;
    const way = { callId, peerId: this.peerId, toPeerId, incarnation };
    if (signal.type === 'ice') return ask('rtc.ice', { ...way, candidates: [...signal.candidates] });
    if (signal.type === 'ask') return ask('rtc.ask_offer', { ...way, restart: signal.restart });
    const { negotiation, sdp } = signal;
    return ask(signal.type === 'offer' ? 'rtc.offer' : 'rtc.answer', { ...way, negotiation, sdp });
  }
}
