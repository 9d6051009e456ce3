import { describe, expect, it } from '@jest/globals';
import type { ClientMsgId, Message, MsgId, UserId } from '@devchitchat/contracts';
import type { UnsentChange, UnsentEdit, UnsentMessage } from '../../client/unsent/outbox-policy';
import { ada, bob, lobby } from '@devchitchat/contracts/testing';
import { changesIn, echoesIn, rowsOf, type Row } from './rows';
import { wholeRoom } from './testing/whole-room';

const minute = 60_000;

const said = (seq: number, userId: UserId, ts: number) =>
  ({
    roomId: lobby,
    seq,
    userId,
    ts,
    clientMsgId: `id-${String(seq)}`,
    text: 'x',
    replyTo: null,
    deleted: null,
  }) as Message;

const echo = (n: number, composedAt: number): UnsentMessage => ({
  kind: 'send',
  position: n,
  clientMsgId: `echo-${String(n)}` as ClientMsgId,
  roomId: lobby,
  userId: ada,
  text: 'y',
  composedAt,
  state: 'pending',
});

const rows = (messages: Message[], echoes: UnsentMessage[] = [], firstUnreadSeq: number | null = null) =>
  rowsOf({ ...wholeRoom, messages, echoes, firstUnreadSeq });
const sketch = (row: Row) =>
  row.kind === 'message' ? `${row.entry ? 'echo' : 'message'}${row.opensGroup ? ' opens' : ''}` : row.kind;

describe('the rows of a timeline', () => {
  it('begin with the day', () => {
    expect(rows([said(1, ada, 0)]).map(sketch)).toEqual(['day', 'message opens']);
  });

  it('group consecutive messages of one author', () => {
    const [, ...messages] = rows([said(1, ada, 0), said(2, ada, minute), said(3, bob, minute), said(4, ada, minute)]);
    expect(messages.map(sketch)).toEqual(['message opens', 'message', 'message opens', 'message opens']);
  });

  it('continue a group that began before the stretch', () => {
    const [first, second] = [said(1, ada, 0), said(2, ada, minute)];
    const going = rowsOf({ ...wholeRoom, messages: [second], before: first });
    expect(going.map(sketch)).toEqual(['message']);
  });

  it('begin a new group after a pause', () => {
    expect(
      rows([said(1, ada, 0), said(2, ada, 6 * minute)])
        .map(sketch)
        .at(-1),
    ).toBe('message opens');
  });

  it('include every day with a message', () => {
    const later = 3 * 86_400_000;
    expect(rows([said(1, ada, 0), said(2, ada, later)]).map(sketch)).toEqual([
      'day',
      'message opens',
      'day',
      'message opens',
    ]);
  });

  it('mark the first unread message', () => {
    const marked = rows([said(1, ada, 0), said(2, ada, 1)], [], 2);
    expect(marked.map(sketch)).toEqual(['day', 'message opens', 'unread', 'message opens']);
  });

  it('end with unsent messages, in the group they will be in', () => {
    expect(rows([said(1, ada, 0)], [echo(1, minute)]).map(sketch)).toEqual(['day', 'message opens', 'echo']);
  });

  it("keep a message on its day although the browser's clock is behind", () => {
    expect(rows([said(1, ada, 5 * 86_400_000)], [echo(1, 0)]).map(sketch)).toEqual(['day', 'message opens', 'echo']);
  });

  it('keep the key of a message while it is sent', () => {
    const entry = echo(7, 0);
    const sent = { ...said(1, ada, 0), clientMsgId: entry.clientMsgId };
    expect(rows([], [entry]).at(-1)?.key).toBe(rows([sent]).at(-1)?.key);
  });

  it('show unsent edits and deletions, and no refused ones', () => {
    const message = { ...said(1, ada, 0), msgId: 1 as MsgId };
    const change = { ...echo(1, 0), msgId: message.msgId };
    const edit: UnsentEdit = { ...change, kind: 'edit', revision: 0, text: 'z' };
    const shown = (entry: UnsentChange) => {
      const changes = changesIn([entry]);
      const row = rowsOf({ ...wholeRoom, messages: [message], changes }).at(-1);
      return row?.kind === 'message' && row.text;
    };
    expect(shown(edit)).toBe('z');
    expect(shown({ ...edit, state: 'failed' })).toBe('x');
    expect(shown({ ...change, kind: 'delete', composedAt: 20_000 })).toBeNull();
  });

  it('omit an echo whose message has arrived before the reply', () => {
    const [first, second] = [echo(1, 0), echo(2, 0)];
    const arrived = { ...said(1, ada, 0), clientMsgId: first.clientMsgId };
    expect(echoesIn([first, second], [arrived])).toEqual([second]);
  });
});
