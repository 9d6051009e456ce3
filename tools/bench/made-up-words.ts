/** The same numbers between 0 and 1 every time. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables =
  'ka lo mi ne ru ta she in ver ing the on an er re st ti al de con pro ble ment ous ly be ter ism do fi gu ho ju pe qui ri su vo we xi ya zo'.split(
    ' ',
  );

/** A language of so many words, the short ones first, which are said most. */
export function language(count: number): readonly string[] {
  const roll = dice(7);
  const words = new Set<string>();
  while (words.size < count) {
    const length = 1 + Math.floor(roll() * 3.2 + roll());
    words.add(Array.from({ length }, () => syllables[Math.floor(roll() * syllables.length)]).join(''));
  }
  return [...words].sort((a, b) => a.length - b.length);
}

/** A word as people say them: the second half as often as the first, the third a third as often, and so on (Zipf's law). */
export const saidWord = (words: readonly string[], roll: () => number): string =>
  words[Math.min(words.length - 1, Math.floor(words.length ** roll()) - 1)] ?? '';
