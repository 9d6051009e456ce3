import { Injectable, signal } from '@angular/core';
import type { PeerId } from '@devchitchat/contracts';
import { loudness } from './speaking';

/** An audio context that is not running after this long is blocked. */
const startWithinMs = 1_000;

interface PlayedTrack {
  readonly source: MediaStreamAudioSourceNode;
  /** Chromium feeds a remote track into an audio graph only while an element plays it. This one is muted. */
  readonly element: HTMLAudioElement;
}

interface PeerPlayback {
  readonly gain: GainNode;
  readonly meter: AnalyserNode;
  readonly tracks: Map<MediaStreamTrack, PlayedTrack>;
}

/** Plays remote audio: a gain per peer, and a master gain that deafening sets to zero. */
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
  /** The browser blocks audio until the user interacts with the page. */
  readonly blocked = this.isBlocked.asReadonly();
  private sinkId = '';

  /** Call it in a click handler: browsers start audio only after a user gesture. */
  open(): void {
    if (this.context) return;
    const context = new AudioContext();
    const look = () => {
      this.isBlocked.set(context === this.context && context.state !== 'running');
    };
    context.addEventListener('statechange', look);
    // Starting takes a moment, which does not count as blocked.
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

  /** Plays a track of a peer. Adding a track again has no effect. */
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

  /** Works before `open` and before any peer is known. */
  setDeafened(deaf: boolean): void {
    this.isDeafened = deaf;
    if (this.master) this.master.gain.value = deaf ? 0 : 1;
  }

  /**
   * Measures the level of the user's own microphone without playing it. Uses a clone that is never sent, because a muted
   * track is silent and speaking while muted has to be detected.
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

  /** Current level of every peer, before volume; `me` is the key of the user's own level. */
  levels(me: PeerId): ReadonlyMap<PeerId, number> {
    const levels = new Map([...this.peers].map(([peerId, { meter }]) => [peerId, levelOf(meter)]));
    if (this.ownMeter && this.ownSource) levels.set(me, levelOf(this.ownMeter));
    return levels;
  }

  /** Not every browser supports `setSinkId`. */
  readonly canChooseOutputDevice = typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype;

  async setOutputDevice(sinkId: string): Promise<void> {
    this.sinkId = sinkId;
    const context = this.context as (AudioContext & { setSinkId?: (sinkId: string) => Promise<void> }) | undefined;
    // Fails for an unplugged device; the sound stays on the current one.
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
