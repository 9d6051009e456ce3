import type { UserId } from '@devchitchat/contracts';

/** Colours that people get by their id; the style sheet says which. */
const tones = 10;

/** The same for everybody who looks, and for ever. */
export function tone(userId: UserId): number {
  let sum = 0;
  for (const character of userId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % tones;
}

/** One or two characters that stand for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const letters = [...new Intl.Segmenter().segment(last === '' ? first : `${firstOf(first)}${firstOf(last)}`)];
  return letters
    .slice(0, 2)
    .map(({ segment }) => segment)
    .join('')
    .toLocaleUpperCase();
}

const firstOf = (word: string): string => [...new Intl.Segmenter().segment(word)][0]?.segment ?? '';
