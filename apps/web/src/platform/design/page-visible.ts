import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the page is currently visible. */
@Injectable({ providedIn: 'root' })
export class PageVisible {
  private readonly document = inject(DOCUMENT);
  private readonly isVisible = signal(this.document.visibilityState === 'visible');
  readonly visible = this.isVisible.asReadonly();

  constructor() {
    this.document.addEventListener('visibilitychange', () => {
      this.isVisible.set(this.document.visibilityState === 'visible');
    });
  }
}
