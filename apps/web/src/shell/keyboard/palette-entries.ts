import { computed, inject, Injectable } from '@angular/core';
import { PaletteActions } from './palette-actions';
import { PaletteCall } from './palette-call';
import type { PaletteEntry } from './palette-entry';
import { PalettePeople } from './palette-people';
import { PaletteRooms } from './palette-rooms';

/** All entries of the palette, in their order for an empty query. */
@Injectable()
export class PaletteEntries {
  private readonly rooms = inject(PaletteRooms);
  private readonly people = inject(PalettePeople);
  private readonly call = inject(PaletteCall);
  private readonly actions = inject(PaletteActions);

  readonly all = computed<readonly PaletteEntry[]>(() => [
    ...unreadFirst([...this.rooms.entries(), ...this.people.groupEntries(), ...this.people.peopleEntries()]),
    ...this.call.entries(),
    ...this.actions.historyEntries(),
    ...this.actions.pageEntries(),
  ]);

  /** Goes on where the other entries end. */
  browsingFor(words: string): PaletteEntry {
    return this.actions.browsingFor(words);
  }
}

const unreadFirst = (entries: readonly PaletteEntry[]): readonly PaletteEntry[] =>
  entries.toSorted((one, other) => Number(other.waits) - Number(one.waits));
