import { DOCUMENT, inject, Injectable } from '@angular/core';

/** How the reader last operated the page. A finger leaves focus and hover behind that nobody meant. */
@Injectable({ providedIn: 'root' })
export class LastPress {
  private by = '';

  constructor() {
    const document = inject(DOCUMENT);
    const listen = { capture: true, passive: true };
    document.addEventListener('pointerdown', ({ pointerType }) => void (this.by = pointerType), listen);
    document.addEventListener('keydown', () => void (this.by = 'keyboard'), listen);
  }

  get wasTouch(): boolean {
    return this.by === 'touch';
  }
}
