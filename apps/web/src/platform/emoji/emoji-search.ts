import { inTone, skinTones, type Emoji } from './emoji';

/**
 * The emoji for which every typed word begins their name or one of their other words, ignoring case and accents: exact
 * shortcodes first, then familiar emoji, then matching names. An emoji finds itself, in any skin tone.
 */
export function emojisNamed(
  typed: string,
  emojis: readonly Emoji[],
  familiar: readonly string[] = [],
): readonly Emoji[] {
  const sought = plain(typed).trim();
  const words = wordsIn(sought);
  if (words.length === 0) return [];
  return emojis
    .flatMap((emoji) => {
      const rank = rankOf(emoji, sought, words, familiar);
      return rank === null ? [] : [{ emoji, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ emoji }) => emoji);
}

/** The rank, lower is better; `null` for no match. */
function rankOf(emoji: Emoji, sought: string, words: readonly string[], familiar: readonly string[]): number | null {
  if (skinTones.some((tone) => inTone(emoji, tone) === sought)) return 0;
  const name = plain(emoji.name);
  const nameWords = wordsIn(name);
  const otherWords = plain(emoji.words).split(' ');
  const codes = otherWords.filter((word) => word.startsWith(':')).map((code) => code.slice(1));
  if (codes.includes(words.join('_'))) return 0;

  const others = [...codes, ...otherWords.flatMap(wordsIn)];
  const begins = (known: readonly string[]) => (word: string) => known.some((each) => each.startsWith(word));
  if (!words.every(begins([...nameWords, ...others]))) return null;
  const isFamiliar = familiar.includes(emoji.emoji);
  const isInName = words.every(begins(nameWords));
  if (isFamiliar && isInName) return 1;
  if (name === sought) return 2;
  if (isFamiliar) return 3;
  if (name.startsWith(sought)) return 4;
  return isInName ? 5 : 6;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Without the colons of `:tada:` and the quotes of names; `+1` is a word. */
const wordsIn = (text: string): string[] => text.split(/[\s:,“”()_-]+/).filter((word) => word !== '');
