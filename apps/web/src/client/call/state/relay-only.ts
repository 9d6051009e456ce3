import { Injectable, signal } from '@angular/core';
import { keepLocally, localText } from '../../../platform/browser/local-store';

const storageKey = 'devchitchat relay only';

/** Whether calls of this browser go through the relay only, which hides its network address from the others. */
@Injectable({ providedIn: 'root' })
export class RelayOnly {
  private readonly chosen = signal(localText(storageKey) === 'yes');
  readonly isChosen = this.chosen.asReadonly();

  choose(relayOnly: boolean): void {
    this.chosen.set(relayOnly);
    keepLocally(storageKey, relayOnly ? 'yes' : 'no');
  }
}
