import {
  isEvent,
  refused,
  type signalingCommands as signaling,
  signalingEvents,
  type AnyEvent,
  type CallId,
  type PeerId,
  type ReplyTo,
  type RoomId,
  type Stream,
  type UserId,
} from '@devchitchat/contracts';
import { coalesced } from '../connection/coalesced';
import type { CallNotice, Connection } from '../connection/connection';
import { t } from '../language/t';
import type { Calls } from './calls';
import type { Clock } from './mesh/clock';
import { Mesh } from './mesh/mesh';
import type { Signal } from './mesh/signal';
import { SignalLine } from './mesh/signal-line';
import { newPeerId } from './peer-id';
import { naming, overdue, without, type Roster } from './roster';

const retryMs = 1_000;

export interface StayOptions {
  readonly roomId: RoomId;
  readonly ask: Connection['ask'];
  readonly calls: Pick<Calls, 'byId' | 'learn'>;
  readonly connect: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  /** Somebody came, went, or is linked to in another way. */
  readonly changed: () => void;
  /** The stay ended from the other side. */
  readonly over: (why: { readonly sentence: string } | { readonly endedBy: UserId | null }) => void;
  readonly clock: Clock;
}

/**
 * One's stay in the call of a room, from joining to leaving. Its peer id and its links outlive every gateway and every
 * service: whatever the server forgot, it is told again.
 */
export class Stay {
  readonly peerId = newPeerId();
  readonly mesh: Mesh;
  /** Everybody else in the call. */
  roster: Roster = new Map();
  /** Makes sure that the server knows of this stay. */
  readonly attend = coalesced(() => this.attendNow());
  private callId: CallId | null = null;
  private streams: readonly Stream[] = [];
  private readonly line: SignalLine;
  private readonly showStreams = coalesced(() => this.showStreamsNow());
  private isOver = false;

  constructor(private readonly options: StayOptions) {
    const { connect, freshConfiguration, clock } = options;
    this.line = new SignalLine((to, signal) => this.post(to, signal), clock);
    this.mesh = new Mesh({
      me: this.peerId,
      connect,
      freshConfiguration,
      send: (to, signal) => {
        this.line.send(to, signal);
      },
      changed: () => {
        options.changed();
      },
      clock,
    });
  }

  get roomId(): RoomId {
    return this.options.roomId;
  }

  async begin(): Promise<void> {
    await this.mesh.prepare();
    await this.attend();
  }

  /** Says what this peer shows from now on. */
  show(streams: readonly Stream[]): void {
    this.streams = streams;
    void this.showStreams();
  }

  /** Looks at the call as it is known now. */
  look(now: number): void {
    const call = this.callId && this.options.calls.byId(this.callId);
    if (!call || !call.peers.some(({ peerId }) => peerId === this.peerId)) return;
    this.roster = without(naming(this.roster, call.peers, now), this.peerId);
    this.mesh.meet(call.peers.map(({ peerId }) => peerId));
    this.options.changed();
  }

  /** Lets go of those who have been missing for too long. */
  sweep(now: number): void {
    for (const peerId of overdue(this.roster, now)) this.drop(peerId);
  }

  hearEvent(event: AnyEvent): void {
    if (event.scope.id !== this.callId) return;
    if (isEvent(signalingEvents.callLeft, event)) this.hearOfLeaving(event.body.peerId, event.body.reason);
    if (!isEvent(signalingEvents.callEnded, event)) return;
    if (event.body.reason === 'ended') this.options.over({ endedBy: event.actorUserId });
    else void this.attend();
  }

  hearNotice({ name, data }: CallNotice): void {
    if (data.callId !== this.callId) return;
    if (name === 'rtc.roll_call') return void this.answerRollCall(data.callId);
    const { toPeerId, fromPeerId } = data;
    if (toPeerId !== this.peerId) return;
    if (name === 'rtc.ice_event') return this.mesh.hear(fromPeerId, { type: 'ice', candidates: data.candidates });
    if (name === 'rtc.ask_offer_event') return this.mesh.hear(fromPeerId, { type: 'ask', restart: data.restart });
    const { negotiation, sdp } = data;
    this.mesh.hear(fromPeerId, { type: name === 'rtc.offer_event' ? 'offer' : 'answer', negotiation, sdp });
  }

  leave(): void {
    this.isOver = true;
    this.mesh.close();
    if (this.callId) void this.options.ask('rtc.leave', { callId: this.callId, peerId: this.peerId });
  }

  private async attendNow(): Promise<void> {
    if (this.isOver) return;
    this.entered(await this.enter());
    await this.showStreams();
  }

  private entered(reply: ReplyTo<typeof signaling.rtcJoin>): void {
    const { ask, calls, clock, over } = this.options;
    if (reply.ok && this.isOver) {
      // Left while it was asked.
      void ask('rtc.leave', { callId: reply.value.call.callId, peerId: this.peerId });
    } else if (reply.ok) {
      this.callId = reply.value.call.callId;
      calls.learn(reply.value.call);
    } else if (reply.error.retryable) {
      clock.after(reply.error.retryAfterMs ?? retryMs, () => void this.attend());
    } else if (!this.isOver) {
      over({ sentence: reply.error.message });
    }
  }

  /** Into the call that one was in, or into the one that is on now. */
  private async enter(): Promise<ReplyTo<typeof signaling.rtcJoin>> {
    const { ask, roomId } = this.options;
    const as = { peerId: this.peerId, streams: [...this.streams] };
    if (this.callId) {
      const back = await ask('rtc.join', { callId: this.callId, ...as });
      if (back.ok || back.error.code !== 'not_found') return back;
    }
    const created = await ask('rtc.call_create', { roomId });
    return created.ok ? ask('rtc.join', { callId: created.value.call.callId, ...as }) : created;
  }

  private async answerRollCall(callId: CallId): Promise<void> {
    const links = [...this.mesh.links].map(([toPeerId, { state }]) => ({ toPeerId, state }));
    const reply = await this.options.ask('rtc.keep_alive', { callId, peerId: this.peerId, links });
    if (!reply.ok && !reply.error.retryable) await this.attend();
  }

  private hearOfLeaving(peerId: PeerId, reason: 'self' | 'silent' | 'room_left'): void {
    if (peerId !== this.peerId) {
      // The server heard nothing of a silent one. Whether that is so is seen from the link itself.
      if (reason !== 'silent') this.drop(peerId);
    } else if (reason === 'silent') {
      void this.attend();
    } else if (reason === 'room_left') {
      this.options.over({ sentence: t('You are not in this room any more.') });
    }
  }

  private drop(peerId: PeerId): void {
    this.roster = without(this.roster, peerId);
    this.line.drop(peerId);
    this.mesh.part(peerId);
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
    const way = { callId, peerId: this.peerId, toPeerId };
    if (signal.type === 'ice') return ask('rtc.ice', { ...way, candidates: [...signal.candidates] });
    if (signal.type === 'ask') return ask('rtc.ask_offer', { ...way, restart: signal.restart });
    const { negotiation, sdp } = signal;
    return ask(signal.type === 'offer' ? 'rtc.offer' : 'rtc.answer', { ...way, negotiation, sdp });
  }
}
