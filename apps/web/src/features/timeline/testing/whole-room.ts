import type { RowsInput } from '../rows';

/** A whole room in which nothing happened. Days are numbers. */
export const wholeRoom: RowsInput = {
  messages: [],
  before: undefined,
  lines: [],
  isAtBeginning: true,
  followsEnd: true,
  echoes: [],
  changes: new Map(),
  firstUnreadSeq: null,
  dayOf: (ts) => String(Math.floor(ts / 86_400_000)),
};
