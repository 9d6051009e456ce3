import { Injectable } from '@nestjs/common';

/**
 * The end of the current turn of the event loop. All callers waiting for it continue together, so that what they send to
 * NATS leaves in one system call.
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
