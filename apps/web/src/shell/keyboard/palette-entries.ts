import { computed, inject, Injectable } from '@angular/core';
import { PaletteActions } from './palette-actions';
import type { PaletteEntry } from './palette-entry';
import { PalettePlaces } from './palette-places';

/** Everything the palette offers, in its order before anything is typed. */
@Injectable()
export class PaletteEntries {
  private readonly places = inject(PalettePlaces);
  private readonly actions = inject(PaletteActions);

  readonly all = computed<readonly PaletteEntry[]>(() => [
    ...this.places.roomEntries(),
    ...this.places.peopleEntries(),
    ...this.actions.callEntries(),
    ...this.actions.historyEntries(),
    ...this.actions.pageEntries(),
  ]);
}
