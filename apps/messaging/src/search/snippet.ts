import type { Match } from './match';

/** Length of a snippet in characters, and how many of them precede the first match. */
const shown = 160;
const shownBefore = 40;

/**
 * The part of a message around the first match, on one line, with marks around every match and `…` where text is left
 * out.
 */
export function snippetOf(message: string, { ranges }: Pick<Match, 'ranges'>): string {
  const text = message.replaceAll(/\p{Cc}/gu, ' ');
  const start = Math.max(0, (ranges[0]?.start ?? 0) - shownBefore);
  const end = Math.min(text.length, Math.max(start + shown, Math.min(ranges[0]?.end ?? 0, start + 2 * shown)));

  const parts = [start > 0 ? '…' : ''];
  let at = start;
  for (const match of ranges.filter((range) => range.end <= end)) {
    parts.push(text.slice(at, match.start), '\u0001', text.slice(match.start, match.end), '\u0002');
    at = match.end;
  }
  parts.push(text.slice(at, end), end < text.length ? '…' : '');
  // Either end may have cut a surrogate pair in two.
  return parts.join('').replaceAll(/\p{Cs}/gu, '');
}
