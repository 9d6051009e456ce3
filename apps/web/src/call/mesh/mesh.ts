import type { PeerId } from '@devchitchat/contracts';
import type { Clock } from './clock';
import { PeerLink } from './peer-link';
import { linkBudget } from './send-budget';
import type { Signal } from './signal';
import type { Slot } from './slots';

/** Signals that may wait for a peer of whom nothing was heard yet. Its arrival and its offer come on two ways. */
const mostEarly = 100;
/** Milliseconds until credentials are asked for anew, so that they are good for whoever comes later. */
const freshFor = 5 * 60_000;

export interface MeshOptions {
  readonly me: PeerId;
  readonly connect: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** Where links look for a way, with fresh credentials. */
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  readonly send: (to: PeerId, signal: Signal) => void;
  /** A link came, went, or is another than before. */
  readonly changed: () => void;
  readonly clock: Clock;
}

/** One link to each of the others. What is sent is sent to all of them; knows nothing of rooms, people or screens. */
export class Mesh {
  private readonly open = new Map<PeerId, PeerLink>();
  private readonly sending = new Map<Slot, MediaStreamTrack>();
  private readonly early = new Map<PeerId, Signal[]>();
  private configuration: RTCConfiguration = {};
  private cancelRefresh = () => {};

  constructor(private readonly options: MeshOptions) {}

  get links(): ReadonlyMap<PeerId, PeerLink> {
    return this.open;
  }

  /** Finds out where links look for a way, now and from time to time. To be done before anybody is met. */
  async prepare(): Promise<void> {
    this.cancelRefresh = this.options.clock.after(freshFor, () => void this.prepare());
    await this.fresh();
  }

  /** Links to whoever of these is not linked to yet. In the order in which they joined: the later one of two offers. */
  meet(peerIds: readonly PeerId[]): void {
    const mine = peerIds.indexOf(this.options.me);
    for (const [at, peerId] of peerIds.entries()) {
      if (at !== mine && !this.open.has(peerId)) this.link(peerId, at < mine);
    }
  }

  /** Somebody is gone for good. */
  part(peerId: PeerId): void {
    this.open.get(peerId)?.close();
    this.open.delete(peerId);
    this.early.delete(peerId);
    this.changed();
  }

  hear(from: PeerId, signal: Signal): void {
    const link = this.open.get(from);
    if (link) return link.hear(signal);
    const waiting = this.early.get(from) ?? [];
    if (waiting.length < mostEarly) this.early.set(from, [...waiting, signal]);
  }

  /** Sends this to everybody from now on, or nothing any more. */
  send(slot: Slot, track: MediaStreamTrack | null): void {
    if (track) this.sending.set(slot, track);
    else this.sending.delete(slot);
    for (const link of this.open.values()) link.sendingChanged(slot);
  }

  close(): void {
    this.cancelRefresh();
    for (const link of this.open.values()) link.close();
    this.open.clear();
  }

  private link(other: PeerId, offersFirst: boolean): void {
    const { me, connect, send, clock } = this.options;
    const link = new PeerLink({
      me,
      other,
      offersFirst,
      connection: connect(this.configuration),
      freshConfiguration: () => this.fresh(),
      send: (signal) => send(other, signal),
      sending: this.sending,
      budget: () => linkBudget(this.open.size),
      changed: () => this.options.changed(),
      clock,
    });
    this.open.set(other, link);
    for (const signal of this.early.get(other) ?? []) link.hear(signal);
    this.early.delete(other);
    this.changed();
  }

  private async fresh(): Promise<RTCConfiguration> {
    this.configuration = await this.options.freshConfiguration();
    return this.configuration;
  }

  /** More links, less for each. */
  private changed(): void {
    for (const link of this.open.values()) link.budgetChanged();
    this.options.changed();
  }
}
