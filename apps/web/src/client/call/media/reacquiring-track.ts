import { signal } from '@angular/core';
import { t } from '../../../platform/language/t';
import type { Clock } from '../../../platform/time/clock';
import { LocalTrack, type LocalTrackOptions } from './local-track';
import { deviceInUse, isOutdated, type DeviceInUse, type ListedDevice } from './device-in-use';
import { unplugged, sendsNothing, type MediaProblem } from './media-problem';

/** Delay between retries; doubles up to the maximum. Browsers fire no event when another program releases a device. */
const firstRetryMs = 1_000;
const maxRetryMs = 15_000;
/** Switching devices can mute a track briefly, which is not reported. */
const mutedForMs = 1_000;
/** How long a device change is shown. */
const showChangeForMs = 8_000;

export interface ReacquiringTrackOptions extends LocalTrackOptions {
  /** Connected devices of this kind, as far as the browser lists them. */
  readonly present: () => readonly ListedDevice[];
  /** The device the user chose, if it is connected. */
  readonly chosen: () => string | null;
  readonly clock: Clock;
}

/**
 * A local track that survives device changes. While open it captures from the device the user chose, without that one from
 * the system's default, and without any device as soon as one is connected.
 */
export class ReacquiringTrack extends LocalTrack {
  private device: DeviceInUse | null = null;
  private label = '';
  /** The next device opens without a user action, so a change of the device is shown. */
  private isAutomatic = false;
  private hasReacquiredMuted = false;
  private retryMs = firstRetryMs;
  private cancelRetry = () => {};
  private cancelMuteTimer = () => {};
  private cancelChangeTimer = () => {};
  private readonly currentChange = signal<string | null>(null);
  /** Text about an automatic device change. */
  readonly change = this.currentChange.asReadonly();

  constructor(private readonly reacquiring: ReacquiringTrackOptions) {
    super(reacquiring);
  }

  /** The user chose another device. */
  async reopen(): Promise<void> {
    await this.opening;
    if (this.isWanted) await this.open();
  }

  /** Devices were connected or disconnected. */
  async devicesChanged(): Promise<void> {
    // The device being opened may be outdated already.
    await this.opening;
    if (!this.isWanted) return;
    const { present, chosen } = this.reacquiring;
    this.retryMs = firstRetryMs;
    if (!this.stream() || (this.device && isOutdated(this.device, present(), chosen()))) await this.reacquire();
  }

  permissionChanged(state: PermissionState): void {
    if (!this.isWanted) return;
    if (state === 'granted' && !this.stream()) void this.reacquire();
    // Some browsers keep the track live and silent.
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
    const wasAutomatic = this.isAutomatic;
    this.isAutomatic = false;
    if (this.stream() && wasAutomatic) return;
    // A device that disappeared is reported as unplugged, not as missing.
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
      label ? t('Your microphone is now {device}.', { device: label }) : t('Your microphone has changed.'),
    );
    this.cancelChangeTimer = this.reacquiring.clock.after(showChangeForMs, () => {
      this.currentChange.set(null);
    });
  }
}
