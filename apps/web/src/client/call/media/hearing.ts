import { Injectable, signal } from '@angular/core';
import type { PeerId } from '@devchitchat/contracts';
import { loudness } from './speaking';

/** Until then a browser that plays plays. */
const patienceMs = 1_000;

interface Voice {
  readonly source: MediaStreamAudioSourceNode;
  /** Chromium brings a remote voice into an audio graph only while an element plays it, too; this one is muted. */
  readonly element: HTMLAudioElement;
}

interface Heard {
  readonly gain: GainNode;
  readonly meter: AnalyserNode;
  readonly voices: Map<MediaStreamTrack, Voice>;
}

/** Everything one hears: each person through a volume of their own, all of them through one that deafening closes. */
@Injectable({ providedIn: 'root' })
export class Hearing {
  private context: AudioContext | undefined;
  private master: GainNode | undefined;
  private ownMeter: AnalyserNode | undefined;
  private ownSource: MediaStreamAudioSourceNode | undefined;
  private ownEar: MediaStreamTrack | undefined;
  private isDeaf = false;
  private readonly people = new Map<PeerId, Heard>();
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
    setTimeout(look, patienceMs);
    this.context = context;
    this.master = new GainNode(context, { gain: this.isDeaf ? 0 : 1 });
    this.master.connect(context.destination);
    void this.unblock();
    void this.playOn(this.sinkId);
  }

  async unblock(): Promise<void> {
    await this.context?.resume();
  }

  close(): void {
    for (const peerId of this.people.keys()) this.forget(peerId);
    this.watchOwnVoice(null);
    void this.context?.close();
    this.context = undefined;
    this.isBlocked.set(false);
  }

  /** Brings what a peer sends into the graph; once for each track. */
  hear(peerId: PeerId, track: MediaStreamTrack): void {
    const heard = this.heardFrom(peerId);
    if (!this.context || !heard || heard.voices.has(track)) return;
    const stream = new MediaStream([track]);
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    void element.play().catch(() => undefined);
    const source = this.context.createMediaStreamSource(stream);
    source.connect(heard.gain);
    source.connect(heard.meter);
    heard.voices.set(track, { source, element });
  }

  forgetAllBut(peerIds: { has(peerId: PeerId): boolean }): void {
    for (const peerId of this.people.keys()) if (!peerIds.has(peerId)) this.forget(peerId);
  }

  private forget(peerId: PeerId): void {
    const heard = this.people.get(peerId);
    for (const { source, element } of heard?.voices.values() ?? []) {
      source.disconnect();
      element.srcObject = null;
    }
    heard?.gain.disconnect();
    this.people.delete(peerId);
  }

  setVolume(peerId: PeerId, percent: number): void {
    const heard = this.heardFrom(peerId);
    if (heard) heard.gain.gain.value = percent / 100;
  }

  /** Also before anything is open, and before anybody is there to be heard. */
  deafen(deaf: boolean): void {
    this.isDeaf = deaf;
    if (this.master) this.master.gain.value = deaf ? 0 : 1;
  }

  /**
   * Watches how loud one is oneself, without hearing it. It listens to a copy of the track, which is sent to nobody: of one
   * that is muted nothing could be measured, and who talks while muted is to be told.
   */
  watchOwnVoice(track: MediaStreamTrack | null): void {
    this.ownSource?.disconnect();
    this.ownSource = undefined;
    this.ownEar?.stop();
    this.ownEar = undefined;
    if (!this.context || !track) return;
    this.ownEar = track.clone();
    this.ownEar.enabled = true;
    this.ownMeter = new AnalyserNode(this.context, { fftSize: 512 });
    this.ownSource = this.context.createMediaStreamSource(new MediaStream([this.ownEar]));
    this.ownSource.connect(this.ownMeter);
  }

  /** How loud everybody is at this moment, before any volume; oneself under `me`. */
  levels(me: PeerId): ReadonlyMap<PeerId, number> {
    const levels = new Map([...this.people].map(([peerId, { meter }]) => [peerId, levelOf(meter)]));
    if (this.ownMeter && this.ownSource) levels.set(me, levelOf(this.ownMeter));
    return levels;
  }

  /** Only some browsers let a page choose. */
  readonly canChooseSpeaker = typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype;

  async playOn(sinkId: string): Promise<void> {
    this.sinkId = sinkId;
    const context = this.context as (AudioContext & { setSinkId?: (sinkId: string) => Promise<void> }) | undefined;
    // One that was unplugged meanwhile leaves the sound where it is.
    await context?.setSinkId?.(sinkId).catch(() => undefined);
  }

  private heardFrom(peerId: PeerId): Heard | undefined {
    if (!this.context || !this.master) return undefined;
    const known = this.people.get(peerId);
    if (known) return known;
    const gain = new GainNode(this.context);
    gain.connect(this.master);
    const heard = {
      gain,
      meter: new AnalyserNode(this.context, { fftSize: 512 }),
      voices: new Map<MediaStreamTrack, Voice>(),
    };
    this.people.set(peerId, heard);
    return heard;
  }
}

function levelOf(meter: AnalyserNode): number {
  const samples = new Float32Array(meter.fftSize);
  meter.getFloatTimeDomainData(samples);
  return loudness(samples);
}
