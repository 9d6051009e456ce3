import { describe, expect, it } from '@jest/globals';
import { followTiles, largestOf, nothingChosen, toggleSpotlight, type SpotlightChoice } from './spotlight-choice';

/** `ada screen`, `mine camera` and so on. */
const tiles = (...keys: readonly string[]) =>
  keys.map((key) => ({
    key,
    kind: key.endsWith('screen') ? ('screen' as const) : ('camera' as const),
    isMine: key.startsWith('mine'),
  }));
const after = (from: SpotlightChoice, ...steps: readonly (readonly string[])[]) =>
  steps.reduce((choice, keys) => followTiles(choice, tiles(...keys)), from);
const seeing = (...steps: readonly (readonly string[])[]) => after(nothingChosen, ...steps);

describe('the tile that is large', () => {
  it('is none while there are only cameras', () => {
    expect(largestOf(seeing([]))).toBeNull();
    expect(largestOf(seeing(['mine camera', 'ada camera']))).toBeNull();
  });

  it('is the screen that somebody else shares, but never by itself the user’s own', () => {
    expect(largestOf(seeing(['ada camera', 'ada screen']))).toBe('ada screen');
    expect(largestOf(seeing(['mine screen', 'ada camera']))).toBeNull();
  });

  it('is the newest screen, in whatever order the tiles come', () => {
    expect(largestOf(seeing(['bob screen'], ['ada screen', 'bob screen']))).toBe('ada screen');
    expect(largestOf(seeing(['bob screen'], ['ada screen', 'bob screen'], ['bob screen']))).toBe('bob screen');
  });

  it('is any tile that the viewer chose, whoever comes, goes or shares', () => {
    for (const chosen of ['mine camera', 'mine screen', 'ada camera', 'ada screen']) {
      const start = toggleSpotlight(
        seeing(['mine camera', 'mine screen', 'ada camera', 'ada screen', 'bob screen']),
        chosen,
      );
      expect(largestOf(start)).toBe(chosen);
      expect(largestOf(after(start, [chosen, 'cleo screen', 'cleo camera'], [chosen]))).toBe(chosen);
    }
  });

  it('changes when the viewer chooses another', () => {
    const first = toggleSpotlight(seeing(['ada camera', 'bob camera']), 'ada camera');
    expect(largestOf(toggleSpotlight(first, 'bob camera'))).toBe('bob camera');
  });

  it('goes back when it is pressed again, and only a later screen becomes large by itself', () => {
    for (const pressed of ['ada screen', 'bob camera']) {
      const shared = seeing(['ada screen', 'bob camera']);
      const large = largestOf(shared) === pressed ? shared : toggleSpotlight(shared, pressed);
      const back = toggleSpotlight(large, pressed);
      expect(largestOf(back)).toBeNull();
      expect(largestOf(after(back, ['ada screen']))).toBeNull();
      expect(largestOf(after(back, ['ada screen', 'cleo screen']))).toBe('cleo screen');
      expect(largestOf(after(back, ['ada screen', 'cleo screen'], ['ada screen']))).toBeNull();
      expect(largestOf(after(back, [], ['ada screen']))).toBe('ada screen');
    }
  });

  it('ends with its stream, and does not return with the next one', () => {
    const chosen = toggleSpotlight(seeing(['ada camera', 'bob screen']), 'ada camera');
    expect(largestOf(after(chosen, ['bob screen']))).toBe('bob screen');
    expect(largestOf(after(chosen, ['bob screen'], ['ada camera', 'bob screen']))).toBe('bob screen');
    expect(largestOf(after(chosen, []))).toBeNull();
  });
});
