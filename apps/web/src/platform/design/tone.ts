import type { User, UserId } from '@devchitchat/contracts';

/** Colours there are for people; the style sheet says which. */
const tones = 10;

/** A colour for everybody, in the order in which they came: the same wherever one looks, and no two of the first ten alike. */
export function tonesOf(users: Iterable<User>): ReadonlyMap<UserId, number> {
  const inOrder = [...users].sort((a, b) => a.createdAt - b.createdAt || (a.userId < b.userId ? -1 : 1));
  return new Map(inOrder.map(({ userId }, i) => [userId, i % tones]));
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
