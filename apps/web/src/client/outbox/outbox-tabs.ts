import { Injectable, signal } from '@angular/core';
import { map } from 'rxjs';
import { lockManager } from '../../platform/browser/capabilities';
import { TabChannel } from '../../platform/browser/tab-channel';

const name = 'devchitchat outbox';

/**
 * One outbox, several tabs. The one that holds the lock sends; the others tell it when they have put something in. The
 * lock goes to the next tab when this one is closed or loses its connection. Without locks (plain HTTP), and where the tab
 * that holds the lock hangs, every tab sends what it knows of; the server stores each message once all the same.
 */
@Injectable({ providedIn: 'root' })
export class OutboxTabs {
  private readonly channel = new TabChannel<null>(name);
  /** Another tab put something in, or took something out. */
  readonly changes = this.channel.words.pipe(map(() => undefined));
  private readonly holdsLock = signal(false);
  readonly isSender = this.holdsLock.asReadonly();
  private bid: AbortController | undefined;

  announce(): void {
    this.channel.post(null);
  }

  /** Asks to be the one that sends. `isSender` turns true when it is. */
  stepForward(): void {
    const locks = lockManager();
    if (!locks) this.holdsLock.set(true);
    if (!locks || this.bid) return;
    const bid = new AbortController();
    this.bid = bid;
    void this.waitForLock(locks, bid);
  }

  /** Sends without the lock: whichever tab has it does not do its part. */
  stopWaiting(): void {
    if (this.bid) this.holdsLock.set(true);
  }

  private async waitForLock(locks: LockManager, bid: AbortController): Promise<void> {
    const hold = () =>
      new Promise<void>((letGo) => {
        bid.signal.addEventListener('abort', () => {
          letGo();
        });
        this.holdsLock.set(!bid.signal.aborted);
        if (bid.signal.aborted) letGo();
      });
    try {
      await locks.request(name, { signal: bid.signal }, hold);
    } catch {
      // Refused, and not called back: then every tab sends, as without locks.
      if (this.bid === bid) this.holdsLock.set(true);
    }
  }

  /** Leaves the sending to another tab. */
  stepBack(): void {
    this.holdsLock.set(false);
    this.bid?.abort();
    this.bid = undefined;
  }
}
