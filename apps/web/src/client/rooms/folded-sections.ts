import { DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { injectDestroySignal } from '../../platform/browser/destroy-signal';
import { keepLocally, localList, onLocalChange } from '../../platform/browser/local-store';

const storageKey = 'devchitchat folded sections';

/** `offers` are the rooms offered to a newcomer. */
export type SectionName = 'rooms' | 'directs' | 'offers';

/** The sections of the page that the user folded on this device. Signing out forgets them. */
@Injectable()
export class FoldedSections {
  private readonly names = signal<readonly unknown[]>(localList(storageKey));

  constructor() {
    const stored = () => this.names.set(localList(storageKey));
    onLocalChange(storageKey, stored, injectDestroySignal());
    inject(DestroyRef).onDestroy(() => {
      keepLocally(storageKey, null);
    });
    effect(() => {
      keepLocally(storageKey, JSON.stringify(this.names()));
    });
  }

  has(name: SectionName): boolean {
    return this.names().includes(name);
  }

  toggle(name: SectionName): void {
    this.names.update((names) => (names.includes(name) ? names.filter((other) => other !== name) : [...names, name]));
  }
}
