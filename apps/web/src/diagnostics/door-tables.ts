import { Component, computed, inject, input } from '@angular/core';
import type { DoorReport, UserId } from '@devchitchat/contracts';
import { Directory } from '../people/directory';
import { exactTime, size } from './units';

/** Who is connected, and what was turned away at the door. */
@Component({ selector: 'dcc-door-tables', templateUrl: './door-tables.html' })
export class DoorTables {
  readonly door = input.required<DoorReport | null>();
  private readonly directory = inject(Directory);
  protected readonly size = size;
  protected readonly exactTime = exactTime;
  protected readonly turnedAway = computed(() => {
    const { refusals = {}, refusedCommands = {}, cuts = {} } = this.door()?.turnedAway ?? {};
    return [
      ...Object.entries(refusals).map(([code, times]) => ({ what: `refused: ${code}`, times })),
      ...Object.entries(refusedCommands).map(([command, times]) => ({ what: `command ${command}`, times })),
      ...Object.entries(cuts).map(([reason, times]) => ({ what: `cut off: ${reason}`, times })),
    ];
  });

  protected nameOf(userId: UserId): string {
    return this.directory.nameOf(userId);
  }
}
