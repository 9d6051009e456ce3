import { Injectable, signal } from '@angular/core';
import { keepLocally, localText } from '../../../platform/browser/local-store';

const storageKey = 'devchitchat relay only';

/** Whether calls use only the TURN relay, which hides the user's IP address from other peers. */
@Injectable({ providedIn: 'root' })
export class RelayOnly {
  private readonly chosen = signal(localText(storageKey) === 'yes');
  readonly isChosen = this.chosen.asReadonly();

  choose(relayOnly: boolean): void {
    this.chosen.set(relayOnly);
    keepLocally(storageKey, relayOnly ? 'yes' : 'no');
  }
}
