import { beginningOf, limits, utf8Length } from '@devchitchat/contracts';
import { spoilersIn } from '@devchitchat/message-text';

const fence = /^ {0,3}(`{3,}(?!`))(.*)$/;

/** A code block that is open at the end of a text. */
interface OpenBlock {
  /** The line that opens it, such as "```ts". */
  readonly line: string;
  readonly marks: string;
}

/**
 * Splits a text into pieces that each fit into a message, at the end of a line or word if possible, and never within a
 * character. A code block, spoiler or quote that does not fit is closed at the end of a piece and opened again in the next.
 */
export function inPieces(text: string, max: number = limits.messageBytes): readonly string[] {
  const pieces: string[] = [];
  /** The text still to split, after the marks that open again the block, spoiler or quote of the last piece. */
  let rest = text;
  let opening = '';
  let block: OpenBlock | undefined;
  while (rest.slice(opening.length).trim() !== '') {
    if (utf8Length(rest) <= max) {
      pieces.push(rest);
      break;
    }
    // Enough for the marks that close a block and a spoiler; a block may also begin in this piece.
    const room = max - longestMarks(rest) - (rest.includes('||') ? '\n\n||'.length : 1);
    const wanted = cutIn(rest, room, opening.length, block !== undefined);
    const { cut, next, spoiler } = besideMarks(rest, wanted, opening.length);
    const head = rest.slice(0, cut);
    block = blockAfter(head);
    if (head.slice(opening.length).trim() !== '') {
      const closed = block ? `${head.replace(/\n$/, '')}\n${block.marks}` : head.trimEnd();
      pieces.push(spoiler ? `${closed}${block ? '\n' : ''}||` : closed);
    }
    const after = block ? rest.slice(next).replace(/^\n/, '') : rest.slice(next).trimStart();
    const goesOn = next === cut ? spoiler : undefined;
    opening = block ? `${goesOn ? '||\n' : ''}${block.line}\n` : openingOfLine(rest, next, goesOn);
    rest = opening + after;
  }
  return pieces;
}

/** The positions of the marks around a spoiler. */
type Spoiler = readonly [start: number, end: number];

interface Cut {
  readonly cut: number;
  /** Where the next piece begins: after the marks of a spoiler that ends at the cut. */
  readonly next: number;
  /** The spoiler that the cut is in. */
  readonly spoiler?: Spoiler;
}

/** Where to cut instead, if only blanks would stay between the cut and the marks of a spoiler. */
function besideMarks(text: string, cut: number, opened: number): Cut {
  const spoiler = spoilersIn(text).find(([start, end]) => start < cut && cut < end + 2);
  if (!spoiler) return { cut, next: cut };
  const [start, end] = spoiler;
  if (text.slice(cut, end).trim() === '') return { cut: Math.min(cut, end), next: end + 2, spoiler };
  if (start > opened && text.slice(start + 2, cut).trim() === '') return { cut: start, next: start };
  return { cut, next: cut, spoiler };
}

/** The marks that a cut line needs again: those of a quote, and of the spoiler around it or within it. */
function openingOfLine(text: string, cut: number, spoiler: Spoiler | undefined): string {
  const line = text.lastIndexOf('\n', cut - 1) + 1;
  const quote = cut > line && /^> ?/.test(text.slice(line, cut)) ? '> ' : '';
  if (!spoiler) return quote;
  return spoiler[0] >= line ? `${quote}||` : `||${quote}`;
}

const longestMarks = (text: string): number =>
  Math.max(...text.split('\n').map((line) => fence.exec(line)?.[1]?.length ?? 0));

/** The code block that is open after the lines. */
function blockAfter(text: string): OpenBlock | undefined {
  let block: OpenBlock | undefined;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const [, marks, info = ''] = fence.exec(line) ?? [];
    if (marks === undefined) continue;
    if (block === undefined) {
      // A line that was cut is not repeated; marks that close on the same line are code within it.
      const isWhole = at < lines.length - 1 && line.length <= maxOpening;
      if (!/[`|]/.test(info)) block = { line: isWhole ? line : marks, marks };
    } else if (marks.startsWith(block.marks) && info.trim() === '') block = undefined;
  }
  return block;
}

/** The longest opening line that is repeated. */
const maxOpening = 40;

/**
 * Where to cut a text, so that what is before takes at most `room` bytes: after a line, a word or a character, and after
 * the marks that open it.
 */
function cutIn(text: string, room: number, opened: number, isCode: boolean): number {
  const whole = charactersWithin(text, room);
  const line = text.lastIndexOf('\n', whole - 1) + 1;
  // Half of the marks would mean something else.
  if (line > opened && (line > whole / 2 || /^ {0,3}`/.test(text.slice(line, whole)))) return line;
  const word = isCode ? 0 : text.lastIndexOf(' ', whole - 1) + 1;
  if (word > opened && word > whole / 2) return word;
  return /[^|]\|$/.test(text.slice(0, whole)) && text.charAt(whole) === '|' ? whole - 1 : whole;
}

/** How many UTF-16 units of a text take at most `room` bytes, without a part of a character at the end. */
function charactersWithin(text: string, room: number): number {
  let bytes = 0;
  let points = 0;
  for (const point of text) {
    bytes += utf8Length(point);
    if (bytes > room) break;
    points += 1;
  }
  return beginningOf(text.slice(0, points * 2 + 2), points).length;
}
