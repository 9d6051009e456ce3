import { Injectable, signal } from '@angular/core';
import type { RoomLine } from '@devchitchat/contracts';
import { keepLocally, localText } from '../../platform/browser/local-store';

const storageKey = 'devchitchat comings and goings';

/** Whether this device shows the lines that tell who joined and left; they are shown until the user hides them. */
@Injectable({ providedIn: 'root' })
export class ComingsAndGoings {
  private readonly shown = signal(localText(storageKey) !== 'hidden');
  readonly areShown = this.shown.asReadonly();

  show(shown: boolean): void {
    this.shown.set(shown);
    keepLocally(storageKey, shown ? null : 'hidden');
  }

  /** The lines to show. Lines about moderation stay. */
  among(lines: readonly RoomLine[]): readonly RoomLine[] {
    return this.shown() ? lines : lines.filter(({ kind }) => kind !== 'joined' && kind !== 'added' && kind !== 'left');
  }
}
