import { matcherOf, type Term } from './search-query';
import { indexed, wordsIn } from './words';

/** Characters of a message that a snippet shows, and how many of them stand before the first match. */
const shown = 160;
const shownBefore = 40;

/** The part of a message around the first match, every match between the marks, `…` where something is left out. On one line. */
export function snippetOf(message: string, terms: readonly Term[]): string {
  const text = indexed(message).replaceAll(/\p{Cc}/gu, ' ');
  const isMatch = matcherOf(terms);
  const matches = wordsIn(text).filter((word) => isMatch(word.text));
  const start = Math.max(0, (matches[0]?.start ?? 0) - shownBefore);
  const end = Math.min(text.length, start + shown);

  const parts = [start > 0 ? '…' : ''];
  let at = start;
  for (const match of matches.filter((word) => word.end <= end)) {
    parts.push(text.slice(at, match.start), '\u0001', match.text, '\u0002');
    at = match.end;
  }
  parts.push(text.slice(at, end), end < text.length ? '…' : '');
  // Either end may have cut a surrogate pair in two.
  return parts.join('').replaceAll(/\p{Cs}/gu, '');
}
