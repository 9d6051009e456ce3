import { signal } from '@angular/core';
import type { Clock } from '../../../platform/time/clock';

/** Shorter sounds, such as a cough, do not count. */
const detectAfterMs = 600;
/** Keeps the notice visible long enough to read. */
const showForMs = 4_000;

/** Detects that the user speaks while muted. */
export class SpeakingWhileMuted {
  private readonly detected = signal(false);
  readonly isDetected = this.detected.asReadonly();
  private isSpeaking = false;
  private cancel = () => {};

  constructor(private readonly clock: Clock) {}

  /** Call it on every change. */
  update({ muted, speaking }: { readonly muted: boolean; readonly speaking: boolean }): void {
    if (!muted) {
      this.cancel();
      this.isSpeaking = false;
      this.detected.set(false);
    } else if (speaking !== this.isSpeaking) {
      this.cancel();
      this.isSpeaking = speaking;
      this.cancel = this.clock.after(speaking ? detectAfterMs : showForMs, () => {
        this.detected.set(speaking);
      });
    }
  }
}
