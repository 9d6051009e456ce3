import { signal } from '@angular/core';
import { t } from '../../../platform/language/t';
import type { Clock } from '../../../platform/time/clock';
import { Capture, type CaptureOptions } from './capture';
import { inUse, isOutdated, type InUse, type Listed } from './device-in-use';
import { unplugged, sendsNothing, type MediaProblem } from './media-problem';

/** Milliseconds between tries to get it back; doubles up to the last. A program that lets go of a device tells nobody. */
const firstRetry = 1_000;
const lastRetry = 15_000;
/** A switch of devices may hush a track for a moment. */
const hushFor = 1_000;
/** How long a change of the device is said. */
const saidFor = 8_000;

export interface FollowingOptions extends CaptureOptions {
  /** The devices of this kind that there are, as far as the browser names them. */
  readonly present: () => readonly Listed[];
  /** The one that the person chose, where it is there. */
  readonly chosen: () => string | null;
  readonly clock: Clock;
}

/**
 * A capture that stays open while devices come and go: from its opening on it records from the device the person chose,
 * without that one from what the system prefers, and with none at all as soon as there is one.
 */
export class FollowingCapture extends Capture {
  private device: InUse | null = null;
  private label = '';
  /** Nobody asked for what is opened next; who is recorded is told if it is another device. */
  private follows = false;
  private hasTriedHush = false;
  private retryMs = firstRetry;
  private cancelRetry = () => {};
  private cancelHush = () => {};
  private cancelSaying = () => {};
  private readonly said = signal<string | null>(null);
  /** It changed to another device by itself, in words. */
  readonly change = this.said.asReadonly();

  constructor(private readonly following: FollowingOptions) {
    super(following);
  }

  /** The person chose another device. */
  async reopen(): Promise<void> {
    await this.opening;
    if (this.isWanted) await this.open();
  }

  /** The list of devices is another one now. */
  async devicesChanged(): Promise<void> {
    // What is being opened may be outdated already.
    await this.opening;
    if (!this.isWanted) return;
    const { present, chosen } = this.following;
    this.retryMs = firstRetry;
    if (!this.stream() || (this.device && isOutdated(this.device, present(), chosen()))) await this.follow();
  }

  permissionChanged(state: PermissionState): void {
    if (!this.isWanted) return;
    if (state === 'granted' && !this.stream()) void this.follow();
    // Some browsers leave the track alive and silent.
    if (state === 'denied' && this.stream()) this.lost();
  }

  override close(): void {
    super.close();
    this.cancelRetry();
    this.cancelHush();
    this.cancelSaying();
    this.device = null;
    this.label = '';
    this.hasTriedHush = false;
    this.retryMs = firstRetry;
    this.said.set(null);
  }

  protected override lost(): void {
    this.stop();
    this.trouble.set(unplugged(this.options.device));
    void this.follow();
  }

  protected override opened(): void {
    const track = this.mainTrack();
    const { present, chosen } = this.following;
    this.cancelRetry();
    this.cancelHush();
    this.retryMs = firstRetry;
    this.device = inUse(present(), track?.getSettings().deviceId, chosen());
    const label = track?.label ?? '';
    if (this.follows && label !== this.label) this.say(label);
    this.follows = false;
    this.label = label;
    if (!track?.muted) return;
    if (this.hasTriedHush) this.trouble.set(sendsNothing(this.options.device));
    else this.hushed(true);
  }

  protected override failed(problem: MediaProblem | null): void {
    const { errorName } = this;
    const wasOpen = this.device !== null;
    const nobodyAsked = this.follows;
    this.follows = false;
    if (this.stream() && nobodyAsked) return;
    // What was there and is not any more is not the same as what never was.
    const isGone = wasOpen && !this.stream() && errorName === 'NotFoundError';
    this.trouble.set(isGone ? unplugged(this.options.device) : problem);
    if (this.stream() || errorName === 'NotAllowedError' || errorName === '') return;
    if (wasOpen || errorName === 'NotReadableError' || errorName === 'AbortError') this.retryLater();
  }

  protected override hushed(isMuted: boolean): void {
    this.cancelHush();
    if (!isMuted) {
      this.hasTriedHush = false;
      this.trouble.set(null);
      return;
    }
    this.cancelHush = this.following.clock.after(hushFor, () => {
      this.trouble.set(sendsNothing(this.options.device));
      if (this.hasTriedHush) return;
      this.hasTriedHush = true;
      void this.follow();
    });
  }

  private async follow(): Promise<void> {
    this.cancelRetry();
    this.follows = true;
    await this.open();
  }

  private retryLater(): void {
    const wait = this.retryMs;
    this.retryMs = Math.min(lastRetry, wait * 2);
    this.cancelRetry();
    this.cancelRetry = this.following.clock.after(wait, () => {
      if (this.isWanted && !this.stream()) void this.follow();
    });
  }

  private say(label: string): void {
    this.cancelSaying();
    this.said.set(
      label ? t('Your microphone is now {device}.', { device: label }) : t('Your microphone is now another one.'),
    );
    this.cancelSaying = this.following.clock.after(saidFor, () => {
      this.said.set(null);
    });
  }
}
