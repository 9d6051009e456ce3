import { describe, expect, it } from '@jest/globals';
import { ada, bob, RoomLog } from '@devchitchat/contracts/testing';
import type { Message } from '@devchitchat/contracts';
import { wasDeletedAtOnce } from '../../client/messages/deleted-at-once';
import type { UnsentChange } from '../../client/unsent/outbox-policy';
import { rowsOf, type Row, type RowsInput } from './rows';
import { wholeRoom } from './testing/whole-room';

const rows = (messages: readonly Message[], input: Partial<RowsInput> = {}) =>
  rowsOf({ ...wholeRoom, dayOf: () => 'today', messages, ...input });
const sketch = (row: Row) => (row.kind === 'message' ? String(row.text) : row.kind);
const talk = () => new RoomLog().said(ada, 'one').said(ada, 'two').said(bob, 'three');
/** Events of a scripted log are milliseconds apart. */
const later = (messages: readonly Message[], ms: number): Message[] =>
  messages.map((message) =>
    message.deleted ? { ...message, deleted: { ...message.deleted, at: message.ts + ms } } : message,
  );

describe('a message that its author deleted at once', () => {
  const { messages } = talk().deleted(2, ada).latest;

  it('leaves no row, and keeps its seq', () => {
    expect(rows(messages).map(sketch)).toEqual(['day', 'one', 'three']);
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it.each([
    [9_999, true],
    [10_000, false],
    [86_400_000, false],
  ])('is one that was deleted within ten seconds: %i ms, %s', (ms, isGone) => {
    expect(rows(later(messages, ms)).map(sketch)).toEqual(['day', 'one', ...(isGone ? [] : ['null']), 'three']);
  });

  it('leaves a row where somebody has replied', () => {
    const replied = talk().said(bob, 'what?', 2).deleted(2, ada).latest.messages;
    expect(rows(replied).map(sketch)).toEqual(['day', 'one', 'null', 'three', 'what?']);
  });

  it('leaves a row when a moderator deleted it, or the time is not known', () => {
    const [, moderated] = talk().deleted(2, bob, 'Rude').latest.messages;
    expect(wasDeletedAtOnce(moderated!)).toBe(false);
    expect(wasDeletedAtOnce({ ...messages[1]!, deleted: { by: ada, reason: null } })).toBe(false);
  });

  it('is gone while its deletion is on the way', () => {
    const [, two] = talk().latest.messages;
    const change = { kind: 'delete', state: 'pending', msgId: two!.msgId, userId: ada, composedAt: two!.ts + 500 };
    const on = (over: object) => ({ changes: new Map([[two!.msgId, { ...change, ...over } as UnsentChange]]) });
    expect(rows([two!], on({})).map(sketch)).toEqual([]);
    expect(rows([two!], on({ composedAt: two!.ts + 20_000 })).map(sketch)).toEqual(['day', 'null']);
    expect(rows([two!], on({ state: 'failed' })).map(sketch)).toEqual(['day', 'two']);
  });

  it('does not take the "New" line with it', () => {
    expect(rows(messages, { firstUnreadSeq: 2 }).map(sketch)).toEqual(['day', 'one', 'unread', 'three']);
    const seen = later(messages, 60_000);
    expect(rows(seen, { firstUnreadSeq: 2 }).map(sketch)).toEqual(['day', 'one', 'null', 'unread', 'three']);
    expect(rows(messages.slice(0, 2), { firstUnreadSeq: 2 }).map(sketch)).toEqual(['day', 'one']);
  });

  it('joins the messages around it to one group', () => {
    const grouped = rows(talk().said(bob, 'four').said(bob, 'five').deleted(4, bob).latest.messages);
    expect(grouped.at(-1)).toMatchObject({ text: 'five', opensGroup: false });
  });
});
