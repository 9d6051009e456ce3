import { beginningOf, limits, utf8Length } from '@devchitchat/contracts';

const fence = /^ {0,3}(`{3,}(?!`))(.*)$/;

/** A code block that is open at the end of a text. */
interface OpenBlock {
  /** The line that opens it, such as "```ts". */
  readonly line: string;
  readonly marks: string;
}

/**
 * Splits a text into pieces that each fit into a message, at the end of a line or word if possible, and never within a
 * character. A code block that does not fit is closed at the end of a piece and opened again in the next.
 */
export function inPieces(text: string, max: number = limits.messageBytes): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  let block: OpenBlock | undefined;
  while (rest.trim() !== '') {
    const opening: string = block ? `${block.line}\n` : '';
    if (utf8Length(opening) + utf8Length(rest) <= max) {
      pieces.push(opening + rest);
      break;
    }
    // Room for the opening line, and for the marks that close the block; a block may also begin in this piece.
    const room = max - utf8Length(opening) - longestMarks(rest, block) - 1;
    const cut = cutIn(rest, room, block !== undefined);
    const head = rest.slice(0, cut);
    const after = blockAfter(head, block);
    rest = after ? rest.slice(cut).replace(/^\n/, '') : rest.slice(cut).trimStart();
    const piece = opening + (after ? `${head.replace(/\n$/, '')}\n${after.marks}` : head.trimEnd());
    if (head.trim() !== '') pieces.push(piece);
    block = after;
  }
  return pieces;
}

function longestMarks(text: string, block: OpenBlock | undefined): number {
  const marks = [block?.marks ?? '', ...text.split('\n').map((line) => fence.exec(line)?.[1] ?? '')];
  return Math.max(...marks.map(({ length }) => length));
}

/** The code block that is open after the lines, if one was open before them or not. */
function blockAfter(text: string, before: OpenBlock | undefined): OpenBlock | undefined {
  let block = before;
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

/** Where to cut a text, so that what is before takes at most `room` bytes: after a line, a word or a character. */
function cutIn(text: string, room: number, isCode: boolean): number {
  const whole = charactersWithin(text, room);
  const line = text.lastIndexOf('\n', whole - 1) + 1;
  // Half of the marks would mean something else.
  if (line > whole / 2 || (line > 0 && /^ {0,3}`/.test(text.slice(line, whole)))) return line;
  const word = isCode ? 0 : text.lastIndexOf(' ', whole - 1) + 1;
  return word > whole / 2 ? word : whole;
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
