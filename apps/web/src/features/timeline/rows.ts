import type { ClientMsgId, Message, MsgId, UserId } from '@devchitchat/contracts';
import type { OutboxEntry, UnsentChange, UnsentMessage } from '../../client/unsent/outbox-policy';

/** A row of the timeline. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly ts: number }
  | { readonly kind: 'unread'; readonly key: string }
  | MessageRow;

export interface MessageRow {
  readonly kind: 'message';
  /** The same for an unsent message and the sent one, so that the page keeps its elements. */
  readonly key: string;
  readonly userId: UserId;
  readonly ts: number;
  /** `null` once erased. */
  readonly text: string | null;
  /** The `seq` of the message that it replies to. */
  readonly replyTo: number | null;
  /** The message as the server has it; `null` while it is in flight. */
  readonly message: Message | null;
  /** Its entry in the outbox, while it or a change of it is unsent. */
  readonly entry: OutboxEntry | null;
  /** Shows the author; later messages of the same group do not. */
  readonly opensGroup: boolean;
}

/** Messages of one author within this time form a group. */
const groupMs = 5 * 60_000;

export interface RowsInput {
  readonly messages: readonly Message[];
  /** The message before the stretch, if it is held: the beginning of a group does not depend on what is rendered. */
  readonly before: Message | undefined;
  /** Unacknowledged messages, oldest first; empty if the stretch does not reach the end. */
  readonly echoes: readonly UnsentMessage[];
  /** Unacknowledged edits and deletions, by message. */
  readonly changes: ReadonlyMap<MsgId, UnsentChange>;
  /** The first message that was new at the last visit. */
  readonly firstUnreadSeq: number | null;
  /** The day of a time in the reader's time zone. */
  readonly dayOf: (ts: number) => string;
}

/** The rows for a stretch of messages and for unsent ones. */
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
    // A browser's clock may be behind the server's: an unsent message is never older than the one above it.
    const ts = Math.max(composedAt, above?.ts ?? 0);
    add({ key: keyOf(userId, clientMsgId), userId, ts, text, replyTo, message: null, entry });
  }
  return rows;
}

/** A pending change is shown already; a refused one is not. */
function textOf({ text, deleted }: Message, change: UnsentChange | null): string | null {
  if (change?.state !== 'pending' || deleted) return text;
  if (change.kind === 'delete') return null;
  return change.kind === 'edit' ? change.text : text;
}

/** The unsent messages of a room, without those already among its messages. */
export function echoesIn(entries: readonly OutboxEntry[], messages: readonly Message[]): readonly UnsentMessage[] {
  const unsent = entries.filter((entry) => entry.kind === 'send');
  if (unsent.length === 0) return unsent;
  const stored = new Set(messages.map(({ userId, clientMsgId }) => keyOf(userId, clientMsgId)));
  return unsent.filter(({ userId, clientMsgId }) => !stored.has(keyOf(userId, clientMsgId)));
}

/** Unsent changes by message. Includes only refused reactions: pending ones are shown as reactions. */
export const changesIn = (entries: readonly OutboxEntry[]): ReadonlyMap<MsgId, UnsentChange> =>
  new Map(
    entries.flatMap((entry) =>
      entry.kind === 'send' || (entry.kind === 'react' && entry.state === 'pending')
        ? []
        : [[entry.msgId, entry] as const],
    ),
  );

const keyOf = (userId: UserId, clientMsgId: ClientMsgId): string => `${userId} ${clientMsgId}`;
