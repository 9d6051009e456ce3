import { lastEventOf, type RoomLine } from '@devchitchat/contracts';

/**
 * The lines of two sources, in order. The server extends its line with every further person who does the same, so of two
 * lines about the same events the one that tells of more is kept.
 */
export function mergedLines(held: readonly RoomLine[], added: readonly RoomLine[]): readonly RoomLine[] {
  if (added.length === 0) return held;
  const all = [...held, ...added].sort((a, b) => a.eventId - b.eventId || lastEventOf(b) - lastEventOf(a));
  const lines: RoomLine[] = [];
  for (const line of all) {
    const before = lines.at(-1);
    if (!before || lastEventOf(line) > lastEventOf(before)) lines.push(line);
  }
  const isKnown =
    lines.length === held.length && lines.every((line, at) => lastEventOf(line) === lastEventOf(held[at] ?? line));
  return isKnown ? held : lines;
}

/** Limit of lines kept for a room that is not on the screen. */
const linesAtRest = 200;

/** The newest lines, for a room that is not on the screen. */
export const newestLines = (lines: readonly RoomLine[]): readonly RoomLine[] =>
  lines.length <= linesAtRest ? lines : lines.slice(-linesAtRest);
