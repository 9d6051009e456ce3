import type { Tile } from './tiles';

/** The screens of a call and one viewer's choice among all tiles, by the keys of the tiles. */
export interface SpotlightChoice {
  /** The screens that others share, the newest last. */
  readonly screens: readonly string[];
  /** Screens that were there when the viewer put the large tile back. */
  readonly putBack: readonly string[];
  /** The tile that the viewer chose. */
  readonly chosen: string | null;
}

type Seen = Pick<Tile, 'key' | 'kind' | 'isMine'>;

export const nothingChosen: SpotlightChoice = { screens: [], putBack: [], chosen: null };

/** Follows streams that started and ended. A choice ends with its stream. */
export function followTiles({ screens, putBack, chosen }: SpotlightChoice, tiles: readonly Seen[]): SpotlightChoice {
  const keys = new Set(tiles.map(({ key }) => key));
  const isThere = (key: string): boolean => keys.has(key);
  const isShared = tiles.filter(({ kind, isMine }) => kind === 'screen' && !isMine).map(({ key }) => key);
  return {
    screens: [...screens.filter(isThere), ...isShared.filter((key) => !screens.includes(key))],
    putBack: putBack.filter(isThere),
    chosen: chosen !== null && isThere(chosen) ? chosen : null,
  };
}

/** The tile to show large: the viewer's choice, or else the newest screen that they did not put back. */
export const largestOf = ({ screens, putBack, chosen }: SpotlightChoice): string | null =>
  chosen ?? screens.findLast((key) => !putBack.includes(key)) ?? null;

/** Makes a tile large. The large one goes back, and then only a screen that starts later becomes large by itself. */
export const toggleSpotlight = (choice: SpotlightChoice, key: string): SpotlightChoice =>
  largestOf(choice) === key ? { ...choice, putBack: choice.screens, chosen: null } : { ...choice, chosen: key };
