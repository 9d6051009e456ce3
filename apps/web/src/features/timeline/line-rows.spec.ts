import { describe, expect, it } from '@jest/globals';
import { ada, bob, cyd, RoomLog } from '@devchitchat/contracts/testing';
import type { Message } from '@devchitchat/contracts';
import { rowsOf, type Row, type RowsInput } from './rows';
import { wholeRoom } from './testing/whole-room';

/** Ada joins, says 1, Bob joins, says 2; Cyd comes and goes; Ada says 3 and renames the room. */
const { latest } = new RoomLog()
  .joined(ada)
  .said(ada, 'one')
  .joined(bob)
  .said(ada, 'two')
  .joined(cyd)
  .left(cyd)
  .said(ada, 'three')
  .updated('porch', '');
const { messages, lines = [] } = latest;

const rows = (input: Partial<RowsInput> = {}) => rowsOf({ ...wholeRoom, messages, lines, ...input });
const sketch = (row: Row) =>
  row.kind === 'message'
    ? `${String(row.text)}${row.opensGroup ? ' opens' : ''}`
    : row.kind === 'line'
      ? row.line.kind
      : row.kind;

describe('what happened in a room', () => {
  it('stands between the messages, and begins a new group', () => {
    expect(rows().map(sketch)).toEqual([
      'day',
      'joined',
      'one opens',
      'joined',
      'two opens',
      'joined',
      'left',
      'three opens',
      'updated',
    ]);
  });

  it('stands in a stretch only between its messages, if that neither begins nor ends the room', () => {
    const stretch = { messages: messages.slice(1, 2), isAtBeginning: false, followsEnd: false };
    expect(rows(stretch).map(sketch)).toEqual(['day', 'two opens']);
    const two = { messages: messages.slice(0, 2), isAtBeginning: false, followsEnd: false };
    expect(rows(two).map(sketch)).toEqual(['day', 'one opens', 'joined', 'two opens']);
  });

  it('stands in a room without messages', () => {
    expect(rows({ messages: [], lines: lines.slice(0, 1) }).map(sketch)).toEqual(['day', 'joined']);
  });

  it('stands on its own day, even one that comes again after imported messages', () => {
    const old = { ...(messages[0] as Message), ts: -5 * 86_400_000 };
    const keys = rows({ messages: [old] }).flatMap((row) => (row.kind === 'day' ? [row.key] : []));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
  });

  it('is one row for people who did the same in a row, whatever happened elsewhere in between', () => {
    const busy = new RoomLog()
      .said(ada, 'one')
      .joined(bob)
      .reacted(bob, 1, '👍')
      .joined(cyd)
      .left(bob)
      .reacted(ada, 1, '👍');
    const told = rows({ messages: busy.latest.messages, lines: busy.latest.lines ?? [] });
    expect(told.map(sketch)).toEqual(['day', 'one opens', 'joined', 'left']);
    expect(told[2]).toMatchObject({ line: { userIds: [bob, cyd], count: 2 } });
  });
});
