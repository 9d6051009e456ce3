import { signal } from '@angular/core';
import {
  insecurePage,
  noScreens,
  problemWithDevice,
  sendsNothing,
  unplugged,
  type Device,
  type MediaProblem,
} from './media-problem';

export interface LocalTrackOptions {
  readonly device: Device;
  /** `undefined` on an insecure page. */
  readonly media: () => MediaDevices | undefined;
  readonly capture: (media: MediaDevices) => Promise<MediaStream>;
  /** Called with every new stream before it is exposed. */
  readonly prepare?: (stream: MediaStream) => void;
}

/**
 * Captured media of one device. Opens only when `open` is called. After `close` it stops every track, including those that
 * the browser delivers late.
 */
export class LocalTrack {
  /** Notifies even when the same stream is set again, after it lost a track. */
  private readonly current = signal<MediaStream | null>(null, { equal: () => false });
  readonly stream = this.current.asReadonly();
  protected readonly trouble = signal<MediaProblem | null>(null);
  readonly problem = this.trouble.asReadonly();
  protected opening: Promise<MediaStream | null> | null = null;
  /** Name of the browser's last error. */
  protected errorName = '';
  private wanted = false;
  private readonly kind: 'audio' | 'video';

  constructor(protected readonly options: LocalTrackOptions) {
    this.kind = options.device === 'microphone' ? 'audio' : 'video';
  }

  /** Whether it is open or opening. */
  get isWanted(): boolean {
    return this.wanted;
  }

  /** Captures, replacing the current stream. Returns `null` on failure and sets `problem`. */
  open(): Promise<MediaStream | null> {
    this.wanted = true;
    // A second request would prompt the user twice.
    this.opening ??= this.openNow().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  close(): void {
    this.wanted = false;
    this.stop();
    this.trouble.set(null);
  }

  /** The main track ended: the user stopped sharing, unplugged the device or revoked the permission. */
  protected lost(): void {
    this.close();
    if (this.options.device !== 'screen') this.trouble.set(unplugged(this.options.device));
  }

  /** A new stream is open. */
  protected opened(): void {}

  protected failed(problem: MediaProblem | null): void {
    if (!this.current()) this.wanted = false;
    this.trouble.set(problem);
  }

  protected mainTrack(): MediaStreamTrack | undefined {
    return this.current()
      ?.getTracks()
      .find(({ kind }) => kind === this.kind);
  }

  private async openNow(): Promise<MediaStream | null> {
    const { device, capture, prepare } = this.options;
    const media = this.options.media();
    if (!media) return this.fail(insecurePage(device), '');
    // No phone browser supports screen sharing.
    if (device === 'screen' && !('getDisplayMedia' in media)) return this.fail(noScreens(), '');
    try {
      const stream = await capture(media);
      if (!this.wanted) return stopTracks(stream);
      prepare?.(stream);
      this.stop();
      for (const track of stream.getTracks()) this.watch(stream, track);
      this.trouble.set(null);
      this.current.set(stream);
      // The device was unplugged while it opened.
      if (this.mainTrack()?.readyState === 'ended') this.lost();
      else this.opened();
      return stream;
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      return this.fail(problemWithDevice(device, name), name);
    }
  }

  private watch(stream: MediaStream, track: MediaStreamTrack): void {
    track.addEventListener('ended', () => {
      if (this.current() !== stream) return;
      if (track.kind === this.kind) return this.lost();
      // Video continues without its audio.
      stream.removeTrack(track);
      this.current.set(stream);
    });
    if (track.kind !== this.kind) return;
    for (const type of ['mute', 'unmute']) {
      track.addEventListener(type, () => {
        if (this.current() === stream) this.sourceMuted(track.muted);
      });
    }
  }

  /** The system muted or unmuted the source without ending the track. */
  protected sourceMuted(isMuted: boolean): void {
    this.trouble.set(isMuted ? sendsNothing(this.options.device) : null);
  }

  protected stop(): void {
    if (this.current()) stopTracks(this.current());
    this.current.set(null);
  }

  private fail(problem: MediaProblem | null, errorName: string): null {
    this.errorName = errorName;
    if (this.wanted) this.failed(problem);
    return null;
  }
}

function stopTracks(stream: MediaStream | null): null {
  for (const track of stream?.getTracks() ?? []) track.stop();
  return null;
}
