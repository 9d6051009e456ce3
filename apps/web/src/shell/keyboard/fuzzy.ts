/** The score of a name for the query, higher is better; `null` for no match. */
function fit(sought: string, name: string): number | null {
  if (sought === '') return 0;
  let best: number | null = null;
  for (let start = name.indexOf(sought.charAt(0)); start !== -1; start = name.indexOf(sought.charAt(0), start + 1)) {
    const score = fitFrom(sought, name, start);
    if (score !== null && (best === null || score > best)) best = score;
  }
  return best;
}

/** Consecutive letters and beginnings of words score; gaps cost a little. */
function fitFrom(sought: string, name: string, start: number): number | null {
  let score = start === 0 ? 3 : 0;
  let at = start;
  for (let i = 0; i < sought.length; i++) {
    const found = name.indexOf(sought.charAt(i), at);
    if (found === -1) return null;
    const beginsWord = found === 0 || /[^\p{L}\p{N}]/u.test(name.charAt(found - 1));
    score += 1 + (beginsWord ? 2 : 0) + (i > 0 && found === at ? 2 : 0) - Math.min(found - at, 5) * 0.2;
    at = found + 1;
  }
  return score - name.length * 0.01;
}

/** Removes case and accents: "uber" finds "Über". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The entries whose name contains the typed letters in order, best first; equal scores keep their order. */
export function fitting<Entry>(
  typed: string,
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): readonly Entry[] {
  const sought = plain(typed).replace(/\s+/g, '');
  return entries
    .flatMap((entry) => {
      const score = fit(sought, plain(nameOf(entry)));
      return score === null ? [] : [{ entry, score }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}
