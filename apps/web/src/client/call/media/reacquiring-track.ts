import { signal } from '@angular/core';
import { t } from '../../../platform/language/t';
import type { Clock } from '../../../platform/time/clock';
import { LocalTrack, type LocalTrackOptions } from './local-track';
import { deviceInUse, isOutdated, type DeviceInUse, type ListedDevice } from './device-in-use';
import { unplugged, sendsNothing, type MediaProblem } from './media-problem';

/** Milliseconds between tries to get it back; doubles up to the last. A program that lets go of a device tells nobody. */
const firstRetryMs = 1_000;
const maxRetryMs = 15_000;
/** A switch of devices may hush a track for a moment. */
const mutedForMs = 1_000;
/** How long a change of the device is said. */
const showChangeForMs = 8_000;

export interface ReacquiringTrackOptions extends LocalTrackOptions {
  /** The devices of this kind that there are, as far as the browser names them. */
  readonly present: () => readonly ListedDevice[];
  /** The one that the person chose, where it is there. */
  readonly chosen: () => string | null;
  readonly clock: Clock;
}

/**
 * A capture that stays open while devices come and go: from its opening on it records from the device the person chose,
 * without that one from what the system prefers, and with none at all as soon as there is one.
 */
export class ReacquiringTrack extends LocalTrack {
  private device: DeviceInUse | null = null;
  private label = '';
  /** Nobody asked for what is opened next; who is recorded is told if it is another device. */
  private isAutomatic = false;
  private hasReacquiredMuted = false;
  private retryMs = firstRetryMs;
  private cancelRetry = () => {};
  private cancelMuteTimer = () => {};
  private cancelChangeTimer = () => {};
  private readonly currentChange = signal<string | null>(null);
  /** It changed to another device by itself, in words. */
  readonly change = this.currentChange.asReadonly();

  constructor(private readonly reacquiring: ReacquiringTrackOptions) {
    super(reacquiring);
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
    const { present, chosen } = this.reacquiring;
    this.retryMs = firstRetryMs;
    if (!this.stream() || (this.device && isOutdated(this.device, present(), chosen()))) await this.reacquire();
  }

  permissionChanged(state: PermissionState): void {
    if (!this.isWanted) return;
    if (state === 'granted' && !this.stream()) void this.reacquire();
    // Some browsers leave the track alive and silent.
    if (state === 'denied' && this.stream()) this.lost();
  }

  override close(): void {
    super.close();
    this.cancelRetry();
    this.cancelMuteTimer();
    this.cancelChangeTimer();
    this.device = null;
    this.label = '';
    this.hasReacquiredMuted = false;
    this.retryMs = firstRetryMs;
    this.currentChange.set(null);
  }

  protected override lost(): void {
    this.stop();
    this.trouble.set(unplugged(this.options.device));
    void this.reacquire();
  }

  protected override opened(): void {
    const track = this.mainTrack();
    const { present, chosen } = this.reacquiring;
    this.cancelRetry();
    this.cancelMuteTimer();
    this.retryMs = firstRetryMs;
    this.device = deviceInUse(present(), track?.getSettings().deviceId, chosen());
    const label = track?.label ?? '';
    if (this.isAutomatic && label !== this.label) this.announceChange(label);
    this.isAutomatic = false;
    this.label = label;
    if (!track?.muted) return;
    if (this.hasReacquiredMuted) this.trouble.set(sendsNothing(this.options.device));
    else this.sourceMuted(true);
  }

  protected override failed(problem: MediaProblem | null): void {
    const { errorName } = this;
    const wasOpen = this.device !== null;
    const nobodyAsked = this.isAutomatic;
    this.isAutomatic = false;
    if (this.stream() && nobodyAsked) return;
    // What was there and is not any more is not the same as what never was.
    const isGone = wasOpen && !this.stream() && errorName === 'NotFoundError';
    this.trouble.set(isGone ? unplugged(this.options.device) : problem);
    if (this.stream() || errorName === 'NotAllowedError' || errorName === '') return;
    if (wasOpen || errorName === 'NotReadableError' || errorName === 'AbortError') this.retryLater();
  }

  protected override sourceMuted(isMuted: boolean): void {
    this.cancelMuteTimer();
    if (!isMuted) {
      this.hasReacquiredMuted = false;
      this.trouble.set(null);
      return;
    }
    this.cancelMuteTimer = this.reacquiring.clock.after(mutedForMs, () => {
      this.trouble.set(sendsNothing(this.options.device));
      if (this.hasReacquiredMuted) return;
      this.hasReacquiredMuted = true;
      void this.reacquire();
    });
  }

  private async reacquire(): Promise<void> {
    this.cancelRetry();
    this.isAutomatic = true;
    await this.open();
  }

  private retryLater(): void {
    const wait = this.retryMs;
    this.retryMs = Math.min(maxRetryMs, wait * 2);
    this.cancelRetry();
    this.cancelRetry = this.reacquiring.clock.after(wait, () => {
      if (this.isWanted && !this.stream()) void this.reacquire();
    });
  }

  private announceChange(label: string): void {
    this.cancelChangeTimer();
    this.currentChange.set(
      label ? t('Your microphone is now {device}.', { device: label }) : t('Your microphone is now another one.'),
    );
    this.cancelChangeTimer = this.reacquiring.clock.after(showChangeForMs, () => {
      this.currentChange.set(null);
    });
  }
}
