import { signal } from '@angular/core';
import { mediaDevices } from '../../platform/capabilities';
import { insecurePage, noScreens, problemWithDevice, unplugged, type Device, type MediaProblem } from './media-problem';

/** Something that is recorded here: open or not, and why not. */
export class Capture {
  private readonly current = signal<MediaStream | null>(null);
  readonly stream = this.current.asReadonly();
  private readonly trouble = signal<MediaProblem | null>(null);
  readonly problem = this.trouble.asReadonly();
  private opening: Promise<MediaStream | null> | null = null;

  constructor(
    private readonly device: Device,
    private readonly record: (media: MediaDevices) => Promise<MediaStream>,
  ) {}

  /** Opens it, or opens it anew; `null` where that is not possible, and `problem` says why. */
  open(): Promise<MediaStream | null> {
    // While the browser still asks the person, asking again would only ask twice.
    this.opening ??= this.openNow().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async openNow(): Promise<MediaStream | null> {
    const media = mediaDevices();
    if (!media) return this.fail(insecurePage(this.device));
    // No phone lets a page show its screen.
    if (this.device === 'screen' && !('getDisplayMedia' in media)) return this.fail(noScreens());
    try {
      const stream = await this.record(media);
      this.close();
      this.current.set(stream);
      stream.getTracks()[0]?.addEventListener('ended', () => {
        this.lost(stream);
      });
      return stream;
    } catch (error) {
      return this.fail(problemWithDevice(this.device, error instanceof Error ? error.name : ''));
    }
  }

  close(): void {
    for (const track of this.current()?.getTracks() ?? []) track.stop();
    this.current.set(null);
    this.trouble.set(null);
  }

  /** Ended without having been closed here: by the browser's own stop button, or by a cable. */
  private lost(stream: MediaStream): void {
    if (this.current() !== stream) return;
    this.close();
    if (this.device !== 'screen') this.trouble.set(unplugged(this.device));
  }

  private fail(problem: MediaProblem | null): null {
    this.trouble.set(problem);
    return null;
  }
}
