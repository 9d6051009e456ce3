import type { ClientMsgId, Message, MsgId, UserId } from '@devchitchat/contracts';
import type { OutboxEntry, UnsentChange, UnsentMessage } from '../../client/unsent/outbox-policy';

/** What stands in the timeline, one under the other. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly ts: number }
  | { readonly kind: 'unread'; readonly key: string }
  | MessageRow;

export interface MessageRow {
  readonly kind: 'message';
  /** The same for a message on its way and for the one it becomes, so that nothing on the screen is made anew. */
  readonly key: string;
  readonly userId: UserId;
  readonly ts: number;
  /** `null` once erased. */
  readonly text: string | null;
  /** The place of the message that it answers. */
  readonly replyTo: number | null;
  /** What the server has of it; `null` while it is on its way. */
  readonly message: Message | null;
  /** What the outbox knows of it, while it or a change of it is on its way. */
  readonly entry: OutboxEntry | null;
  /** Shows who is speaking; the messages after it, from the same person, need not. */
  readonly opensGroup: boolean;
}

/** Somebody who goes on within this time needs no second name and picture. */
const groupMs = 5 * 60_000;

export interface RowsInput {
  readonly messages: readonly Message[];
  /** The one before the stretch, where it is held: whether a group begins does not depend on what is in the page. */
  readonly before: Message | undefined;
  /** What is not yet acknowledged, oldest first; empty where the stretch does not reach the end. */
  readonly echoes: readonly UnsentMessage[];
  /** Edits and deletes that are not yet acknowledged, by what they change. */
  readonly changes: ReadonlyMap<MsgId, UnsentChange>;
  /** The first message that was not there at the last visit. */
  readonly firstUnreadSeq: number | null;
  /** Which day a time falls on where the reader is. */
  readonly dayOf: (ts: number) => string;
}

/** The rows for a stretch of messages and for what is still on its way. */
export function rowsOf({ messages, before, echoes, changes, firstUnreadSeq, dayOf }: RowsInput): readonly Row[] {
  const rows: Row[] = [];
  let above: Pick<MessageRow, 'userId' | 'ts'> | undefined = before;

  const add = (row: Omit<MessageRow, 'kind' | 'opensGroup'>): void => {
    const day = dayOf(row.ts);
    const isNewDay = !above || dayOf(above.ts) !== day;
    const isFirstUnread = row.message !== null && row.message.seq === firstUnreadSeq;
    if (isNewDay) rows.push({ kind: 'day', key: `day ${day}`, ts: row.ts });
    if (isFirstUnread) rows.push({ kind: 'unread', key: 'unread' });
    const opensGroup =
      isNewDay || isFirstUnread || above?.userId !== row.userId || row.ts - above.ts > groupMs || row.replyTo !== null;
    rows.push({ kind: 'message', ...row, opensGroup });
    above = row;
  };

  for (const message of messages) {
    const { userId, clientMsgId, ts, replyTo } = message;
    const entry = changes.get(message.msgId) ?? null;
    add({ key: keyOf(userId, clientMsgId), userId, ts, text: textOf(message, entry), replyTo, message, entry });
  }
  for (const entry of echoes) {
    const { userId, clientMsgId, composedAt, text, replyTo = null } = entry;
    // A browser's clock may be behind the server's: a message on its way is never older than the one above it.
    const ts = Math.max(composedAt, above?.ts ?? 0);
    add({ key: keyOf(userId, clientMsgId), userId, ts, text, replyTo, message: null, entry });
  }
  return rows;
}

/** A change that its author still waits for shows already; one that was refused does not. */
function textOf({ text, deleted }: Message, change: UnsentChange | null): string | null {
  if (change?.state !== 'pending' || deleted) return text;
  if (change.kind === 'delete') return null;
  return change.kind === 'edit' ? change.text : text;
}

/** What is on its way to a room and not already among its messages. */
export function echoesIn(entries: readonly OutboxEntry[], messages: readonly Message[]): readonly UnsentMessage[] {
  const unsent = entries.filter((entry) => entry.kind === 'send');
  if (unsent.length === 0) return unsent;
  const stored = new Set(messages.map(({ userId, clientMsgId }) => keyOf(userId, clientMsgId)));
  return unsent.filter(({ userId, clientMsgId }) => !stored.has(keyOf(userId, clientMsgId)));
}

/** What is on its way to messages, by the message. Of reactions only those that were refused: the others show as such. */
export const changesIn = (entries: readonly OutboxEntry[]): ReadonlyMap<MsgId, UnsentChange> =>
  new Map(
    entries.flatMap((entry) =>
      entry.kind === 'send' || (entry.kind === 'react' && entry.state === 'pending')
        ? []
        : [[entry.msgId, entry] as const],
    ),
  );

const keyOf = (userId: UserId, clientMsgId: ClientMsgId): string => `${userId} ${clientMsgId}`;
