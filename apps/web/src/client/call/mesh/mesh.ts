import type { PeerId } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import { PeerLink } from './peer-link';
import { linkBudget } from './send-budget';
import type { Signal } from './signal';
import type { Slot } from './slots';

/** Signals that may wait for a peer of whom nothing was heard yet. Its arrival and its offer come on two ways. */
const maxEarlySignals = 100;
/** Milliseconds until credentials are asked for anew, so that they are good for whoever comes later. */
const refreshAfterMs = 5 * 60_000;
/** Milliseconds between two connections that another end makes this one make. */
const minFollowIntervalMs = 500;
/** Milliseconds that a link which begins anew waits for fresh credentials. */
const credentialsWithinMs = 1_000;

export interface MeshOptions {
  readonly me: PeerId;
  readonly createConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** Where links look for a way, with fresh credentials; `null` while nobody can be asked. */
  readonly freshConfiguration: () => Promise<RTCConfiguration | null>;
  readonly send: (to: PeerId, signal: Signal) => void;
  /** A link came, went, or is another than before. */
  readonly changed: () => void;
  /** Somebody said over the link that they leave. */
  readonly departed: (peerId: PeerId) => void;
  readonly clock: Clock;
}

/**
 * One link to each of the others. What is sent is sent to all of them; knows nothing of rooms, people or screens.
 *
 * Each connection between two peers is an incarnation of their link, and has a number that all signals about it carry. An
 * end that makes a new one counts up. An end that hears a higher number than its own makes a new one, too; a lower one is of
 * the past. So both have the highest number in the end, whatever was lost, late or doubled on the way.
 */
export class Mesh {
  private readonly open = new Map<PeerId, PeerLink>();
  /** The last incarnation of the link to each, also of those that were parted from. */
  private readonly incarnations = new Map<PeerId, number>();
  /** When a connection was made because the other end had made one, and for whom another one is due. */
  private readonly followedAt = new Map<PeerId, number>();
  private readonly following = new Set<PeerId>();
  private readonly sending = new Map<Slot, MediaStreamTrack>();
  private readonly early = new Map<PeerId, readonly Signal[]>();
  private configuration: RTCConfiguration = {};
  private cancelRefresh = () => {};

  constructor(private readonly options: MeshOptions) {}

  get links(): ReadonlyMap<PeerId, PeerLink> {
    return this.open;
  }

  /** Which connection the link to a peer is at; 0 when there never was one. */
  incarnationOf(peerId: PeerId): number {
    return this.incarnations.get(peerId) ?? 0;
  }

  /** Where links look for a way from now on. It is asked for again from time to time. */
  configure(configuration: RTCConfiguration): void {
    this.configuration = configuration;
    this.cancelRefresh();
    this.cancelRefresh = this.options.clock.after(refreshAfterMs, () => void this.refresh());
  }

  /** Links to whoever of these is not linked to yet. */
  connectTo(peerIds: Iterable<PeerId>): void {
    for (const peerId of peerIds) if (peerId !== this.options.me && !this.open.has(peerId)) this.connect(peerId);
  }

  /** Somebody is out of the call. When they come back, the link begins anew. */
  disconnectFrom(peerId: PeerId): void {
    this.open.get(peerId)?.close();
    this.open.delete(peerId);
    this.early.delete(peerId);
    this.changed();
  }

  /** Makes a new connection to somebody, and the other end does, too. */
  renew(peerId: PeerId): void {
    this.open.get(peerId)?.close();
    this.open.delete(peerId);
    this.connect(peerId);
  }

  /** This end is back from somewhere: links that do not stand are looked after at once. */
  wake(): void {
    for (const link of this.open.values()) link.wake();
  }

  receive(from: PeerId, signal: Signal): void {
    const link = this.open.get(from);
    const incarnation = this.incarnationOf(from);
    if (signal.incarnation < incarnation) return;
    if (link && signal.incarnation === incarnation) return link.receive(signal);
    this.holdEarly(from, signal);
    if (link) this.follow(from);
  }

  /** Makes the connection that the other end has made, but no more of them than a well-behaved end asks for. */
  private follow(peerId: PeerId): void {
    const { clock } = this.options;
    const wait = (this.followedAt.get(peerId) ?? -minFollowIntervalMs) + minFollowIntervalMs - clock.now;
    if (wait <= 0) {
      this.followedAt.set(peerId, clock.now);
      return this.renew(peerId);
    }
    if (this.following.has(peerId)) return;
    this.following.add(peerId);
    clock.after(wait, () => {
      this.following.delete(peerId);
      const [newest] = this.early.get(peerId) ?? [];
      if (newest && newest.incarnation > this.incarnationOf(peerId) && this.open.has(peerId)) this.follow(peerId);
    });
  }

  /** Sends this to everybody from now on, or nothing any more. */
  send(slot: Slot, track: MediaStreamTrack | null): void {
    if (track) this.sending.set(slot, track);
    else this.sending.delete(slot);
    for (const link of this.open.values()) link.sendingChanged(slot);
  }

  /** Ends all links, and tells the others over them. */
  leave(): void {
    this.cancelRefresh();
    for (const link of this.open.values()) link.leave();
    this.open.clear();
  }

  /** Keeps what is about a link that is not there yet. */
  private holdEarly(from: PeerId, signal: Signal): void {
    const waiting = (this.early.get(from) ?? []).filter(({ incarnation }) => incarnation >= signal.incarnation);
    if (waiting.some(({ incarnation }) => incarnation > signal.incarnation)) return;
    if (waiting.length < maxEarlySignals) this.early.set(from, [...waiting, signal]);
  }

  private connect(other: PeerId): void {
    const { me, createConnection: connect, send, departed: gone, clock } = this.options;
    const early = this.early.get(other) ?? [];
    this.early.delete(other);
    const incarnation = Math.max(this.incarnationOf(other) + 1, early[0]?.incarnation ?? 0);
    this.incarnations.set(other, incarnation);
    const link = new PeerLink({
      me,
      other,
      connection: connect(this.configuration),
      freshConfiguration: () => this.refresh(),
      send: (signal) => send(other, { ...signal, incarnation }),
      sending: this.sending,
      budget: () => linkBudget(this.open.size),
      changed: () => this.options.changed(),
      renew: () => this.renew(other),
      departed: () => gone(other),
      clock,
    });
    this.open.set(other, link);
    for (const signal of early) if (signal.incarnation === incarnation) link.receive(signal);
    this.changed();
  }

  /** Asks for fresh credentials, and waits a moment for them: the server may be away while the others are not. */
  private async refresh(): Promise<RTCConfiguration> {
    const { clock, freshConfiguration } = this.options;
    const asked = freshConfiguration().then((fresh) => {
      this.configure(fresh ?? this.configuration);
    });
    await Promise.race([asked, new Promise<void>((resolve) => clock.after(credentialsWithinMs, resolve))]);
    return this.configuration;
  }

  /** More links, less for each. */
  private changed(): void {
    for (const link of this.open.values()) link.budgetChanged();
    this.options.changed();
  }
}
