import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { SaidState } from '@devchitchat/contracts';
import { injectDestroySignal } from '../../platform/browser/destroy-signal';
import { Connection } from '../connection/connection';
import { Session } from '../session/session';
import { idleAfterMs, tabState } from './tab-state';

const heartbeatMs = 30_000;
/** Milliseconds before a failed report is repeated. */
const retryMs = 1_000;

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focusin'] as const;

/**
 * Reports this tab's presence: on change, every 30 s, and first on a new connection. Uses events and timers only,
 * because rendering pauses in a hidden tab.
 */
@Injectable()
export class OwnPresence {
  private readonly connection = inject(Connection);
  private readonly document = inject(DOCUMENT);
  private isOver = false;
  private lastInput = performance.now();
  private state: SaidState = this.seen();
  private idle: ReturnType<typeof setTimeout> | undefined;
  private next: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const signal = injectDestroySignal();
    const touched = (): void => {
      this.touched();
    };
    for (const input of inputs) {
      this.document.addEventListener(input, touched, { capture: true, passive: true, signal });
    }
    // Turning to a tab counts as using it.
    this.document.addEventListener('visibilitychange', touched, { signal });
    inject(Session)
      .arrivals.pipe(takeUntilDestroyed())
      .subscribe(() => void this.report());
    inject(DestroyRef).onDestroy(() => {
      this.isOver = true;
      clearTimeout(this.idle);
      clearTimeout(this.next);
    });
    this.look();
  }

  private seen(): SaidState {
    return tabState(this.document.visibilityState === 'visible', performance.now() - this.lastInput);
  }

  private touched(): void {
    this.lastInput = performance.now();
    if (this.seen() !== this.state) this.look();
  }

  private look(): void {
    const before = this.state;
    this.state = this.seen();
    clearTimeout(this.idle);
    if (this.state === 'active') {
      const quietFor = performance.now() - this.lastInput;
      this.idle = setTimeout(() => {
        this.look();
      }, idleAfterMs - quietFor);
    }
    if (this.state !== before) void this.report();
  }

  private async report(): Promise<void> {
    clearTimeout(this.next);
    // Without a connection, the next one begins with this anyway.
    if (this.connection.state() !== 'online') return;
    const { state } = this;
    const reply = await this.connection.ask('presence.set', { state });
    if (state !== this.state || this.isOver) return;
    clearTimeout(this.next);
    const inMs = reply.ok ? heartbeatMs : (reply.error.retryAfterMs ?? retryMs);
    this.next = setTimeout(() => void this.report(), inMs);
  }
}
