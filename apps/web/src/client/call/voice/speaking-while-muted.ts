import { signal } from '@angular/core';
import type { Clock } from '../../../platform/time/clock';

/** Milliseconds of talk before it is said: a cough is none. */
const detectAfterMs = 600;
/** It stays for a while, to be read. */
const showForMs = 4_000;

/** Somebody talks and nobody hears it, because they are muted. */
export class SpeakingWhileMuted {
  private readonly detected = signal(false);
  readonly isDetected = this.detected.asReadonly();
  private isSpeaking = false;
  private cancel = () => {};

  constructor(private readonly clock: Clock) {}

  /** To be told of every change. */
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
