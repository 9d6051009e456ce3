import { Injectable, signal } from '@angular/core';

export type OverlayName = 'palette' | 'shortcuts' | 'jump' | 'new-room' | 'new-message' | 'browse' | 'invite';

/** The overlay that the user opened by a key, by a button or from the palette. At most one at a time. */
@Injectable()
export class Overlay {
  private readonly current = signal<OverlayName | null>(null);
  readonly opened = this.current.asReadonly();
  private readonly begun = signal('');
  /** The search text with which the overlay opens. */
  readonly words = this.begun.asReadonly();

  open(name: OverlayName, words = ''): void {
    this.begun.set(words);
    this.current.set(name);
  }

  close(): void {
    this.current.set(null);
  }
}
