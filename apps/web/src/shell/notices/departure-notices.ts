import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Icon } from '../../platform/design/icon';
import { departureText } from './departure-text';
import { Rooms } from '../../client/rooms/rooms';

/** Explains why a room is gone, until the user dismisses it. */
@Component({
  selector: 'dcc-departure-notices',
  imports: [Icon, Translate],
  template: `
    <div role="alert">
      @for (words of notices(); track $index) {
        <p class="notice">
          <span>{{ words }}</span>
          <button type="button" class="icon-button" [attr.aria-label]="'Dismiss' | t" (click)="dismiss($index)">
            <dcc-icon name="close" />
          </button>
        </p>
      }
    </div>
  `,
})
export class DepartureNotices {
  protected readonly notices = signal<readonly string[]>([]);

  constructor() {
    const directory = inject(Directory);
    inject(Rooms)
      .departures.pipe(takeUntilDestroyed())
      .subscribe((departure) => {
        const words = departureText(departure, (userId) => directory.nameOf(userId));
        if (words) this.notices.update((notices) => [...notices, words]);
      });
  }

  protected dismiss(at: number): void {
    this.notices.update((notices) => notices.toSpliced(at, 1));
  }
}
