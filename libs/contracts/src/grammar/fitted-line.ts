import { hasBase, idle, invisible, tooManyMarks } from './text';

/** Finds the characters as a reader counts them: a letter with its marks, a whole emoji. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a text: at most `max` code points, as `line` counts them, without a part of a character at its end. */
export function beginningOf(text: string, max: number): string {
  const points = Array.from(text);
  if (points.length <= max) return text;
  const kept = points.slice(0, max).join('');
  // The next one belongs to the last character, or begins one of its own.
  const cut = graphemes.segment(kept + (points[max] ?? '')).containing(kept.length)?.index ?? 0;
  return cut > 0 ? kept.slice(0, cut) : kept;
}

/**
 * Changes a foreign text as little as possible so that `line` accepts it: line breaks become spaces, characters that it
 * refuses are left out, and what is too long is cut after a whole character. Empty if nothing visible remains.
 */
export function fittedLine(text: string, max: number): string {
  let line = text.toWellFormed().replace(/[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu, ' ');
  // Leaving one out may part a joined character, whose rest is refused then.
  for (let before = ''; before !== line;) {
    before = line;
    line = line
      .replace(new RegExp(invisible, 'gu'), '')
      .replace(idle, '')
      .replace(new RegExp(tooManyMarks, 'gu'), firstMarks);
  }
  line = beginningOf(line.trim(), max).replace(idle, '').trim();
  return hasBase(line) ? line : '';
}

const firstMarks = (marks: string): string => (marks.match(/\p{M}[\u200c\u200d]*/gu) ?? []).slice(0, 7).join('');
