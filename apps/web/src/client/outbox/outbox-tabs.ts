import { Injectable, signal } from '@angular/core';
import { map } from 'rxjs';
import { lockManager } from '../../platform/browser/capabilities';
import { TabChannel } from '../../platform/browser/tab-channel';

const name = 'devchitchat outbox';

/**
 * One outbox for several tabs. The tab that holds the lock sends; the others notify it of new entries. The lock passes
 * to the next tab when this one closes or loses its connection. Without locks (plain HTTP), and if the lock holder
 * hangs, every tab sends the entries it knows; the server still stores each message once.
 */
@Injectable({ providedIn: 'root' })
export class OutboxTabs {
  private readonly channel = new TabChannel<null>(name);
  /** Another tab added or removed an entry. */
  readonly changes = this.channel.values.pipe(map(() => undefined));
  private readonly holdsLock = signal(false);
  readonly isSender = this.holdsLock.asReadonly();
  private bid: AbortController | undefined;

  announce(): void {
    this.channel.post(null);
  }

  /** Requests the lock. `isSender` becomes true when this tab has it. */
  stepForward(): void {
    const locks = lockManager();
    if (!locks) this.holdsLock.set(true);
    if (!locks || this.bid) return;
    const bid = new AbortController();
    this.bid = bid;
    void this.waitForLock(locks, bid);
  }

  /** Sends without the lock, because the tab that holds it does not send. */
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
      // The request failed without a callback: then every tab sends, as without locks.
      if (this.bid === bid) this.holdsLock.set(true);
    }
  }

  /** Releases the lock, so that another tab sends. */
  stepBack(): void {
    this.holdsLock.set(false);
    this.bid?.abort();
    this.bid = undefined;
  }
}
