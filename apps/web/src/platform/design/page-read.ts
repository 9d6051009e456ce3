import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { injectDestroySignal } from '../browser/destroy-signal';
import { readsFor } from './attention';

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Whether somebody reads this page: the one rule for what is marked as read and what is notified. A window that is only
 * in sight, beside the one in use, is not read. Uses events and timers only: rendering pauses in a hidden tab.
 */
@Injectable({ providedIn: 'root' })
export class PageRead {
  private readonly document = inject(DOCUMENT);
  private lastInput = performance.now();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly isRead = signal(this.readsForMs() > 0);
  readonly read = this.isRead.asReadonly();

  constructor() {
    const until = injectDestroySignal();
    const touched = (): void => {
      this.lastInput = performance.now();
      // The timer looks again by itself: most of these events change nothing.
      if (!this.isRead()) this.look();
    };
    for (const input of inputs) {
      this.document.addEventListener(input, touched, { capture: true, passive: true, signal: until });
    }
    const turned = (): void => {
      // Turning to a window counts as using it; turning away does not.
      if (this.document.hasFocus()) this.lastInput = performance.now();
      this.look();
    };
    this.document.addEventListener('visibilitychange', turned, { signal: until });
    this.document.defaultView?.addEventListener('focus', turned, { signal: until });
    const left = (): void => {
      // The last input went to this window while it was in use: it ends with the use.
      this.lastInput = -Infinity;
      this.look();
    };
    this.document.defaultView?.addEventListener('blur', left, { signal: until });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    this.look();
  }

  private readsForMs(): number {
    return readsFor({
      visible: this.document.visibilityState === 'visible',
      focused: this.document.hasFocus(),
      quietForMs: performance.now() - this.lastInput,
    });
  }

  private look(): void {
    clearTimeout(this.timer);
    const left = this.readsForMs();
    this.isRead.set(left > 0);
    if (left > 0) this.timer = setTimeout(() => this.look(), left);
  }
}
