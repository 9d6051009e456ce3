import { Injectable } from '@nestjs/common';

/**
 * The end of this turn of the event loop. Whoever waits for it goes on together with everybody else who does, so that
 * what they send to NATS leaves with one system call instead of one each.
 */
@Injectable()
export class TurnEnd {
  private coming: Promise<void> | undefined;

  wait(): Promise<void> {
    this.coming ??= new Promise((resolve) => {
      setImmediate(() => {
        this.coming = undefined;
        resolve();
      });
    });
    return this.coming;
  }
}
