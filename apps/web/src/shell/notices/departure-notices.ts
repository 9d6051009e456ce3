import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Drafts } from '../../client/drafts/drafts';
import { Directory } from '../../client/people/directory';
import { Rooms } from '../../client/rooms/rooms';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { departureText } from './departure-text';

interface Notice {
  readonly words: string;
  readonly roomId: RoomId;
}

/** Explains why a room is gone, until the user dismisses it, and leads to the texts that the user left there. */
@Component({
  selector: 'dcc-departure-notices',
  imports: [Icon, RouterLink, Translate],
  template: `
    <div role="alert">
      @for (notice of notices(); track $index) {
        <p class="notice">
          <span
            >{{ notice.words }}
            @if (hasTexts(notice.roomId)) {
              <a [routerLink]="['/room', notice.roomId]">{{ 'Show what you didn’t send' | t }}</a>
            }
          </span>
          <button type="button" class="icon-button" [attr.aria-label]="'Dismiss' | t" (click)="dismiss($index)">
            <dcc-icon name="close" />
          </button>
        </p>
      }
    </div>
  `,
})
export class DepartureNotices {
  private readonly drafts = inject(Drafts);
  protected readonly notices = signal<readonly Notice[]>([]);

  constructor() {
    const directory = inject(Directory);
    inject(Rooms)
      .departures.pipe(takeUntilDestroyed())
      .subscribe((departure) => {
        const words = departureText(departure, (userId) => directory.nameOf(userId));
        const { roomId } = departure.room;
        if (words) this.notices.update((notices) => [...notices, { words, roomId }]);
      });
  }

  /** Whether the user left texts there: unsent ones become drafts, also after the notice appears. */
  protected hasTexts(roomId: RoomId): boolean {
    return this.drafts.book.textsIn(roomId).length > 0;
  }

  protected dismiss(at: number): void {
    this.notices.update((notices) => notices.toSpliced(at, 1));
  }
}
