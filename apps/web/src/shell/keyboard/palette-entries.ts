import { computed, inject, Injectable } from '@angular/core';
import { PaletteActions } from './palette-actions';
import { PaletteCall } from './palette-call';
import type { PaletteEntry } from './palette-entry';
import { PaletteRooms } from './palette-rooms';

/** All entries of the palette, in their order for an empty query. */
@Injectable()
export class PaletteEntries {
  private readonly rooms = inject(PaletteRooms);
  private readonly call = inject(PaletteCall);
  private readonly actions = inject(PaletteActions);

  readonly all = computed<readonly PaletteEntry[]>(() => [
    ...this.rooms.roomEntries(),
    ...this.rooms.peopleEntries(),
    ...this.call.entries(),
    ...this.actions.historyEntries(),
    ...this.actions.pageEntries(),
  ]);
}
