import { isOfSeveral, lastEventOf, type LineOfSeveral, type RoomLine } from '@devchitchat/contracts';

/**
 * The lines between two messages, with those of several people in a row who did the same made one. The server folds only
 * what directly follows itself in its log; here a reaction in between does not matter.
 */
export function foldedLines(lines: readonly RoomLine[], dayOf: (ts: number) => string): readonly RoomLine[] {
  const folded: RoomLine[] = [];
  for (const line of lines) {
    const before = folded.at(-1);
    const isSame = before?.kind === line.kind && dayOf(before.ts) === dayOf(line.ts);
    if (before && isSame && isOfSeveral(before) && isOfSeveral(line))
      folded[folded.length - 1] = together(before, line);
    else folded.push(line);
  }
  return folded;
}

function together(before: LineOfSeveral, line: LineOfSeveral): LineOfSeveral {
  const userIds = [...before.userIds, ...line.userIds.filter((userId) => !before.userIds.includes(userId))];
  const again = before.userIds.length + line.userIds.length - userIds.length;
  return { ...before, lastEventId: lastEventOf(line), userIds, count: before.count + line.count - again };
}
