import { computed, effect, inject, Injectable, linkedSignal } from '@angular/core';
import { CallSessionHolder } from './call-session-holder';
import { CallView } from './call-view';
import { followTiles, largestOf, nothingChosen, toggleSpotlight, type SpotlightChoice } from './spotlight-choice';
import type { Tile } from './tiles';

interface Source {
  readonly session: string | null;
  readonly isJoined: boolean;
  readonly tiles: readonly Tile[];
}

/** Which tile this viewer sees large, and whether they see any. Lasts as long as the call, also while the viewer reads another room. */
@Injectable()
export class Spotlight {
  private readonly active = inject(CallSessionHolder);
  private readonly view = inject(CallView);

  private readonly choice = linkedSignal<Source, SpotlightChoice>({
    source: () => ({ session: this.active.peerId(), isJoined: this.active.isJoined(), tiles: this.view.tiles() }),
    computation: ({ session, isJoined, tiles }, previous) => {
      if (previous?.source.session !== session) return followTiles(nothingChosen, tiles);
      // While this tab is away from the call, missing tiles are no ended streams.
      return isJoined ? followTiles(previous.value, tiles) : previous.value;
    },
  });
  private readonly largest = computed(() => largestOf(this.choice()));

  /** The key of the large tile. */
  readonly key = computed(() => {
    const largest = this.largest();
    return this.view.tiles().some(({ key }) => key === largest) ? largest : null;
  });

  /** The viewer hid people and videos, for the messages. Nothing unfolds them but the viewer or another call. */
  readonly folded = linkedSignal<string | null, boolean>({ source: this.active.peerId, computation: () => false });

  constructor() {
    // Also follows while no stage is on the page.
    effect(() => void this.choice());
  }

  toggle(key: string): void {
    this.choice.update((choice) => toggleSpotlight(choice, key));
  }
}
