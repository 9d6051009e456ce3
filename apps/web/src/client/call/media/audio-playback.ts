import { Injectable, signal } from '@angular/core';
import type { PeerId } from '@devchitchat/contracts';
import { loudness } from './speaking';

/** Until then a browser that plays plays. */
const startWithinMs = 1_000;

interface PlayedTrack {
  readonly source: MediaStreamAudioSourceNode;
  /** Chromium brings a remote voice into an audio graph only while an element plays it, too; this one is muted. */
  readonly element: HTMLAudioElement;
}

interface PeerPlayback {
  readonly gain: GainNode;
  readonly meter: AnalyserNode;
  readonly tracks: Map<MediaStreamTrack, PlayedTrack>;
}

/** Everything one hears: each person through a volume of their own, all of them through one that deafening closes. */
@Injectable({ providedIn: 'root' })
export class AudioPlayback {
  private context: AudioContext | undefined;
  private master: GainNode | undefined;
  private ownMeter: AnalyserNode | undefined;
  private ownSource: MediaStreamAudioSourceNode | undefined;
  private ownTrack: MediaStreamTrack | undefined;
  private isDeafened = false;
  private readonly peers = new Map<PeerId, PeerPlayback>();
  private readonly isBlocked = signal(false);
  /** The browser plays nothing before somebody touches the page. */
  readonly blocked = this.isBlocked.asReadonly();
  private sinkId = '';

  /** To be called in a click, after which browsers let a page play. */
  open(): void {
    if (this.context) return;
    const context = new AudioContext();
    const look = () => {
      this.isBlocked.set(context === this.context && context.state !== 'running');
    };
    context.addEventListener('statechange', look);
    // It takes a moment to begin, which is no reason to trouble anybody.
    setTimeout(look, startWithinMs);
    this.context = context;
    this.master = new GainNode(context, { gain: this.isDeafened ? 0 : 1 });
    this.master.connect(context.destination);
    void this.unblock();
    void this.setOutputDevice(this.sinkId);
  }

  async unblock(): Promise<void> {
    await this.context?.resume();
  }

  close(): void {
    for (const peerId of this.peers.keys()) this.removePeer(peerId);
    this.meterMicrophone(null);
    void this.context?.close();
    this.context = undefined;
    this.isBlocked.set(false);
  }

  /** Brings what a peer sends into the graph; once for each track. */
  addTrack(peerId: PeerId, track: MediaStreamTrack): void {
    const peer = this.playbackOf(peerId);
    if (!this.context || !peer || peer.tracks.has(track)) return;
    const stream = new MediaStream([track]);
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    void element.play().catch(() => undefined);
    const source = this.context.createMediaStreamSource(stream);
    source.connect(peer.gain);
    source.connect(peer.meter);
    peer.tracks.set(track, { source, element });
  }

  retainOnly(peerIds: { has(peerId: PeerId): boolean }): void {
    for (const peerId of this.peers.keys()) if (!peerIds.has(peerId)) this.removePeer(peerId);
  }

  private removePeer(peerId: PeerId): void {
    const peer = this.peers.get(peerId);
    for (const { source, element } of peer?.tracks.values() ?? []) {
      source.disconnect();
      element.srcObject = null;
    }
    peer?.gain.disconnect();
    this.peers.delete(peerId);
  }

  setVolume(peerId: PeerId, percent: number): void {
    const peer = this.playbackOf(peerId);
    if (peer) peer.gain.gain.value = percent / 100;
  }

  /** Also before anything is open, and before anybody is there to be heard. */
  setDeafened(deaf: boolean): void {
    this.isDeafened = deaf;
    if (this.master) this.master.gain.value = deaf ? 0 : 1;
  }

  /**
   * Watches how loud one is oneself, without hearing it. It listens to a copy of the track, which is sent to nobody: of one
   * that is muted nothing could be measured, and who talks while muted is to be told.
   */
  meterMicrophone(track: MediaStreamTrack | null): void {
    this.ownSource?.disconnect();
    this.ownSource = undefined;
    this.ownTrack?.stop();
    this.ownTrack = undefined;
    if (!this.context || !track) return;
    this.ownTrack = track.clone();
    this.ownTrack.enabled = true;
    this.ownMeter = new AnalyserNode(this.context, { fftSize: 512 });
    this.ownSource = this.context.createMediaStreamSource(new MediaStream([this.ownTrack]));
    this.ownSource.connect(this.ownMeter);
  }

  /** How loud everybody is at this moment, before any volume; oneself under `me`. */
  levels(me: PeerId): ReadonlyMap<PeerId, number> {
    const levels = new Map([...this.peers].map(([peerId, { meter }]) => [peerId, levelOf(meter)]));
    if (this.ownMeter && this.ownSource) levels.set(me, levelOf(this.ownMeter));
    return levels;
  }

  /** Only some browsers let a page choose. */
  readonly canChooseOutputDevice = typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype;

  async setOutputDevice(sinkId: string): Promise<void> {
    this.sinkId = sinkId;
    const context = this.context as (AudioContext & { setSinkId?: (sinkId: string) => Promise<void> }) | undefined;
    // One that was unplugged meanwhile leaves the sound where it is.
    await context?.setSinkId?.(sinkId).catch(() => undefined);
  }

  private playbackOf(peerId: PeerId): PeerPlayback | undefined {
    if (!this.context || !this.master) return undefined;
    const known = this.peers.get(peerId);
    if (known) return known;
    const gain = new GainNode(this.context);
    gain.connect(this.master);
    const peer = {
      gain,
      meter: new AnalyserNode(this.context, { fftSize: 512 }),
      tracks: new Map<MediaStreamTrack, PlayedTrack>(),
    };
    this.peers.set(peerId, peer);
    return peer;
  }
}

function levelOf(meter: AnalyserNode): number {
  const samples = new Float32Array(meter.fftSize);
  meter.getFloatTimeDomainData(samples);
  return loudness(samples);
}
