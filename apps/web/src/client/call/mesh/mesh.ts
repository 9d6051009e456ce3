import type { PeerId } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import { PeerLink } from './peer-link';
import { linkBudget } from './send-budget';
import type { Signal } from './signal';
import type { Slot } from './slots';

/** Limit of signals buffered for a peer that is not linked yet. Its join event and its offer travel separately. */
const maxEarlySignals = 100;
/** Refreshes TURN credentials this often, so that later links get valid ones. */
const refreshAfterMs = 5 * 60_000;
/** Minimum interval between connections that the other end makes this end create. */
const minFollowIntervalMs = 500;
/** A new connection waits this long for fresh credentials. */
const credentialsWithinMs = 1_000;

export interface MeshOptions {
  readonly me: PeerId;
  readonly createConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** ICE configuration with fresh credentials; `null` while the server cannot be reached. */
  readonly freshConfiguration: () => Promise<RTCConfiguration | null>;
  readonly send: (to: PeerId, signal: Signal) => void;
  /** A link was added, removed, replaced or changed state. */
  readonly changed: () => void;
  /** A peer said goodbye over its link. */
  readonly departed: (peerId: PeerId) => void;
  readonly clock: Clock;
}

/**
 * One link to each other peer; every track is sent to all of them. Knows nothing of rooms or people.
 *
 * Each connection between two peers is an incarnation of their link, with a number that every signal about it carries. An
 * end that creates a connection increments the number. An end that receives a higher number creates a connection too, and
 * ignores lower numbers. Both ends converge on the highest number, even when signals are lost, late or duplicated.
 */
export class Mesh {
  private readonly open = new Map<PeerId, PeerLink>();
  /** The last incarnation of the link to each peer, kept after disconnecting. */
  private readonly incarnations = new Map<PeerId, number>();
  /** When this end last followed the other end's new connection, and the peers for which another follow is scheduled. */
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

  /** The incarnation of the link to a peer; 0 before the first. */
  incarnationOf(peerId: PeerId): number {
    return this.incarnations.get(peerId) ?? 0;
  }

  /** Sets the ICE configuration of new connections, and schedules its refresh. */
  configure(configuration: RTCConfiguration): void {
    this.configuration = configuration;
    this.cancelRefresh();
    this.cancelRefresh = this.options.clock.after(refreshAfterMs, () => void this.refresh());
  }

  /** Connects to those of these peers that have no link yet. */
  connectTo(peerIds: Iterable<PeerId>): void {
    for (const peerId of peerIds) if (peerId !== this.options.me && !this.open.has(peerId)) this.connect(peerId);
  }

  /** Closes the link to a peer that left the call. */
  disconnectFrom(peerId: PeerId): void {
    this.open.get(peerId)?.close();
    this.open.delete(peerId);
    this.early.delete(peerId);
    this.changed();
  }

  /** Replaces the connection to a peer. The other end follows. */
  renew(peerId: PeerId): void {
    this.open.get(peerId)?.close();
    this.open.delete(peerId);
    this.connect(peerId);
  }

  /** Restarts broken links at once, after this end was offline. */
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

  /** Replaces the connection because the other end did, at a limited rate. */
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

  /** Sends a track to every peer from now on; `null` stops sending. */
  send(slot: Slot, track: MediaStreamTrack | null): void {
    if (track) this.sending.set(slot, track);
    else this.sending.delete(slot);
    for (const link of this.open.values()) link.sendingChanged(slot);
  }

  /** Says goodbye over all links and closes them. */
  leave(): void {
    this.cancelRefresh();
    for (const link of this.open.values()) link.leave();
    this.open.clear();
  }

  /** Buffers a signal for a connection that does not exist yet. */
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

  /** Fetches fresh credentials, and does not wait long for them: peers may be reachable while the server is not. */
  private async refresh(): Promise<RTCConfiguration> {
    const { clock, freshConfiguration } = this.options;
    const asked = freshConfiguration().then((fresh) => {
      this.configure(fresh ?? this.configuration);
    });
    await Promise.race([asked, new Promise<void>((resolve) => clock.after(credentialsWithinMs, resolve))]);
    return this.configuration;
  }

  /** The bitrate of each link depends on the number of links. */
  private changed(): void {
    for (const link of this.open.values()) link.budgetChanged();
    this.options.changed();
  }
}
