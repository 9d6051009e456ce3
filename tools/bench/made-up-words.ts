/** Generates numbers between 0 and 1, the same for the same seed. */
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

/** Generates a vocabulary of this size, short and frequent words first. */
export function language(count: number): readonly string[] {
  const roll = dice(7);
  const words = new Set<string>();
  while (words.size < count) {
    const length = 1 + Math.floor(roll() * 3.2 + roll());
    words.add(Array.from({ length }, () => syllables[Math.floor(roll() * syllables.length)]).join(''));
  }
  return [...words].sort((a, b) => a.length - b.length);
}

/**
 * Draws a word with natural frequencies: the second half as often as the first, the third a third as often (Zipf's
 * law).
 */
export const saidWord = (words: readonly string[], roll: () => number): string =>
  words[Math.min(words.length - 1, Math.floor(words.length ** roll()) - 1)] ?? '';
