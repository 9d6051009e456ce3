import { signal } from '@angular/core';
import type { Clock } from '../../../platform/time/clock';

/** Milliseconds of talk before it is said: a cough is none. */
const talksFor = 600;
/** It stays for a while, to be read. */
const saidFor = 4_000;

/** Somebody talks and nobody hears it, because they are muted. */
export class MutedTalk {
  private readonly noticed = signal(false);
  readonly isNoticed = this.noticed.asReadonly();
  private isTalking = false;
  private cancel = () => {};

  constructor(private readonly clock: Clock) {}

  /** To be told of every change. */
  look({ muted, speaking }: { readonly muted: boolean; readonly speaking: boolean }): void {
    if (!muted) {
      this.cancel();
      this.isTalking = false;
      this.noticed.set(false);
    } else if (speaking !== this.isTalking) {
      this.cancel();
      this.isTalking = speaking;
      this.cancel = this.clock.after(speaking ? talksFor : saidFor, () => {
        this.noticed.set(speaking);
      });
    }
  }
}
