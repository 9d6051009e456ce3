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
  /** Asked for each time: there is none on a page that came over http. */
  readonly media: () => MediaDevices | undefined;
  readonly capture: (media: MediaDevices) => Promise<MediaStream>;
  /** Done to every stream before anybody gets it. */
  readonly prepare?: (stream: MediaStream) => void;
}

/**
 * Something that is recorded here: open or not, and why not. It opens only when told to; once told to close it lets go of
 * everything, also of what the browser hands out late.
 */
export class LocalTrack {
  /** The same stream again, when it lost a track, is news too. */
  private readonly current = signal<MediaStream | null>(null, { equal: () => false });
  readonly stream = this.current.asReadonly();
  protected readonly trouble = signal<MediaProblem | null>(null);
  readonly problem = this.trouble.asReadonly();
  protected opening: Promise<MediaStream | null> | null = null;
  /** Why the browser refused last, in its own word. */
  protected errorName = '';
  private wanted = false;
  private readonly kind: 'audio' | 'video';

  constructor(protected readonly options: LocalTrackOptions) {
    this.kind = options.device === 'microphone' ? 'audio' : 'video';
  }

  /** It was opened, and not closed since. */
  get isWanted(): boolean {
    return this.wanted;
  }

  /** Opens it, or opens it anew; `null` where that is not possible, and `problem` says why. */
  open(): Promise<MediaStream | null> {
    this.wanted = true;
    // While the browser still asks the person, asking again would only ask twice.
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

  /** The main track ended without having been closed here: by the browser's own stop button, a cable or a permission. */
  protected lost(): void {
    this.close();
    if (this.options.device !== 'screen') this.trouble.set(unplugged(this.options.device));
  }

  /** It is open, and another stream than before. */
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
    // No phone lets a page show its screen.
    if (device === 'screen' && !('getDisplayMedia' in media)) return this.fail(noScreens(), '');
    try {
      const stream = await capture(media);
      if (!this.wanted) return stopTracks(stream);
      prepare?.(stream);
      this.stop();
      for (const track of stream.getTracks()) this.watch(stream, track);
      this.trouble.set(null);
      this.current.set(stream);
      // The cable was pulled while it opened.
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
      // A picture goes on without its sound.
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

  /** The system took the sound or the picture away, or gave it back, without ending it. */
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
