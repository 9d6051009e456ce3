export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** The length of a snippet in characters, and how many of them precede the first match. */
const shown = 160;
const shownBefore = 40;

/**
 * The part of a line around its first match, with all matches apart, and `…` where text is left out.
 *
 * @param line the message as readers may see it
 * @param marked a piece of its source, in which the server marked the matches: U+0001 begins one, U+0002 ends it
 */
export function snippetParts(line: string, marked: string): readonly SnippetPart[] {
  const text = line.normalize('NFC');
  const found = [...text.matchAll(matchesIn(marked))].map(({ 0: match, index }) => ({ match, index }));
  const first = found[0] ?? { match: '', index: 0 };
  const start = afterPair(text, Math.max(0, first.index - shownBefore));
  const end = afterPair(text, Math.max(start + shown, first.index + first.match.length));
  const parts: SnippetPart[] = [];
  let at = start;
  for (const { match, index } of found.filter((each) => each.index + each.match.length <= end)) {
    parts.push({ text: text.slice(at, index), isMatch: false }, { text: match, isMatch: true });
    at = index + match.length;
  }
  parts.push({ text: text.slice(at, end), isMatch: false });
  if (start > 0) parts.unshift({ text: '…', isMatch: false });
  if (end < text.length) parts.push({ text: '…', isMatch: false });
  return parts.filter(({ text }) => text !== '');
}

/** The marked matches, longest first. Where a word begins or ends with one, it has to here too. */
function matchesIn(marked: string): RegExp {
  const patterns = marked.split('\u0001').flatMap((piece, at, all) => {
    const [match = '', rest = ''] = piece.split('\u0002');
    if (at === 0 || match.trim() === '') return [];
    const earlier = (all[at - 1] ?? '').replaceAll('\u0002', '');
    const before = /[\p{L}\p{N}]$/u.test(earlier) ? '' : String.raw`(?<![\p{L}\p{N}])`;
    const after = /^[\p{L}\p{N}]/u.test(rest) ? '' : String.raw`(?![\p{L}\p{N}])`;
    return `${before}${match.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}${after}`;
  });
  const longestFirst = [...new Set(patterns)].toSorted((one, other) => other.length - one.length);
  return new RegExp(longestFirst.join('|') || '(?!)', 'gu');
}

/** The position, or the one after it if it is within a surrogate pair. */
const afterPair = (text: string, at: number): number => (/^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at + 1 : at);
