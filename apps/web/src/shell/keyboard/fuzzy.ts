/** The texts by which an entry of the palette is found. */
export interface Searched {
  /** The name that the entry shows. */
  readonly label: string;
  /** Other names: handles, or the label in English. */
  readonly alias: string;
  /** Words about it, such as the topic of a room. */
  readonly about: string;
}

/** Which text matched. Any but the label needs to be shown, so that nobody wonders why the entry is there. */
export type Reason = keyof Searched;

/** The kinds of matches, the best first. */
const ranks = ['begins', 'words', 'inside', 'alias', 'letters', 'about'] as const;
type Rank = (typeof ranks)[number];

interface Match {
  readonly rank: number;
  readonly score: number;
  readonly reason: Reason;
}

/** Removes case and accents: "uber" finds "Über". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every sought word begins a word of its own. */
function beginWords(sought: readonly string[], words: readonly string[]): boolean {
  const left = [...words];
  return sought.every((begin) => {
    const at = left.findIndex((word) => word.startsWith(begin));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

/**
 * The score of letters that stand in a name in this order, from the beginning of a word on; `null` if they do not.
 * Consecutive letters and beginnings of words score; gaps cost a little.
 */
function fit(sought: string, name: string): number | null {
  let best: number | null = null;
  for (let start = name.indexOf(sought.charAt(0)); start !== -1; start = name.indexOf(sought.charAt(0), start + 1)) {
    const score = beginsWord(name, start) ? fitFrom(sought, name, start) : null;
    if (score !== null && (best === null || score > best)) best = score;
  }
  return best;
}

function fitFrom(sought: string, name: string, start: number): number | null {
  let score = start === 0 ? 3 : 0;
  let at = start;
  for (let i = 0; i < sought.length; i++) {
    const found = name.indexOf(sought.charAt(i), at);
    if (found === -1) return null;
    score += 1 + (beginsWord(name, found) ? 2 : 0) + (i > 0 && found === at ? 2 : 0) - Math.min(found - at, 5) * 0.2;
    at = found + 1;
  }
  return score - name.length * 0.01;
}

const beginsWord = (name: string, at: number): boolean => at === 0 || /[^\p{L}\p{N}]/u.test(name.charAt(at - 1));

const match = (rank: Rank, reason: Reason, score = 0): Match => ({ rank: ranks.indexOf(rank), reason, score });

/** The best match of the typed text. Only in a name may its letters be scattered. */
function matchOf(typed: string, { label, alias, about }: Searched): Match | null {
  const sought = plain(typed).trim();
  const words = sought.split(/\s+/);
  const name = plain(label);
  if (sought === '' || name.startsWith(sought)) return match('begins', 'label');
  if (beginWords(words, wordsOf(name))) return match('words', 'label');
  if (name.includes(sought)) return match('inside', 'label');
  if (beginWords(words, wordsOf(plain(alias))) || plain(alias).includes(sought)) return match('alias', 'alias');
  const score = fit(words.join(''), name);
  if (score !== null) return match('letters', 'label', score);
  return beginWords(words, wordsOf(plain(about))) ? match('about', 'about') : null;
}

/** The entries that the typed text finds, best first; equal matches keep their order. */
export function fitting<Entry extends Searched>(
  typed: string,
  entries: readonly Entry[],
): readonly { readonly entry: Entry; readonly reason: Reason }[] {
  return entries
    .flatMap((entry) => {
      const found = matchOf(typed, entry);
      return found ? [{ entry, ...found }] : [];
    })
    .sort((one, other) => one.rank - other.rank || other.score - one.score)
    .map(({ entry, reason }) => ({ entry, reason }));
}
