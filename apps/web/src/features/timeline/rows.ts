import type { ClientMsgId, Message, MsgId, RoomLine, UserId } from '@devchitchat/contracts';
import { wasDeletedAtOnce } from '../../client/messages/deleted-at-once';
import { foldedLines } from './folded-lines';
import type { OutboxEntry, UnsentChange, UnsentMessage } from '../../client/unsent/outbox-policy';

/** A row of the timeline. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly ts: number }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'line'; readonly key: string; readonly line: RoomLine }
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
  /** The lines about the room, in order. */
  readonly lines: readonly RoomLine[];
  /** The stretch starts at the beginning of what the reader may see, so earlier lines belong to it. */
  readonly isAtBeginning: boolean;
  /** The stretch reaches the end of the room, so later lines belong to it. */
  readonly followsEnd: boolean;
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

/** The rows for a stretch of messages, for what happened between them, and for unsent ones. */
export function rowsOf(input: RowsInput): readonly Row[] {
  const { messages, before, echoes, changes, firstUnreadSeq, dayOf } = input;
  const rows: Row[] = [];
  const days = new Set<string>();
  /** The row above, if it is a message; `userId` is null for a line. */
  let above: { readonly userId: UserId | null; readonly ts: number } | undefined = before;

  /** Deleted messages are never unread, so the first unread one may be a later one. */
  const isUnread = (message: Message | null): boolean =>
    message !== null && firstUnreadSeq !== null && message.seq >= firstUnreadSeq && message.deleted === null;
  let isMarked = before !== undefined && isUnread(before);

  const beginDay = (ts: number): boolean => {
    const day = dayOf(ts);
    const isNewDay = !above || dayOf(above.ts) !== day;
    if (!isNewDay) return false;
    // A day may come again: imported messages are older than what happened before the import.
    rows.push({ kind: 'day', key: days.has(day) ? `day ${day} ${String(ts)}` : `day ${day}`, ts });
    days.add(day);
    return true;
  };
  const add = (row: Omit<MessageRow, 'kind' | 'opensGroup'>): void => {
    const isNewDay = beginDay(row.ts);
    const isFirstUnread = isUnread(row.message) && !isMarked;
    isMarked ||= isFirstUnread;
    if (isFirstUnread) rows.push({ kind: 'unread', key: 'unread' });
    const opensGroup =
      isNewDay || isFirstUnread || above?.userId !== row.userId || row.ts - above.ts > groupMs || row.replyTo !== null;
    rows.push({ kind: 'message', ...row, opensGroup });
    above = row;
  };
  const tell = (lines: readonly RoomLine[]): void => {
    for (const line of foldedLines(lines, dayOf)) {
      beginDay(line.ts);
      rows.push({ kind: 'line', key: `line ${String(line.eventId)}`, line });
      above = { userId: null, ts: line.ts };
    }
  };

  const answered = new Set([...messages, ...echoes].map(({ replyTo }) => replyTo));
  const told = linesWithin(input);
  let next = 0;
  for (const message of messages) {
    const upTo = told.findIndex(({ eventId }, at) => at >= next && eventId > message.eventId);
    const end = upTo === -1 ? told.length : upTo;
    tell(told.slice(next, end));
    next = end;
    const { userId, clientMsgId, ts, replyTo } = message;
    const entry = changes.get(message.msgId) ?? null;
    if (leavesNoRow(message, entry) && !answered.has(message.seq)) continue;
    add({ key: keyOf(userId, clientMsgId), userId, ts, text: textOf(message, entry), replyTo, message, entry });
  }
  tell(told.slice(next));
  for (const entry of echoes) {
    const { userId, clientMsgId, composedAt, text, replyTo = null } = entry;
    // A browser's clock may be behind the server's: an unsent message is never older than the one above it.
    const ts = Math.max(composedAt, above?.ts ?? 0);
    add({ key: keyOf(userId, clientMsgId), userId, ts, text, replyTo, message: null, entry });
  }
  return rows;
}

/** The lines that belong to the stretch: those between its messages, and beyond its ends where the room ends, too. */
function linesWithin({ messages, lines, isAtBeginning, followsEnd }: RowsInput): readonly RoomLine[] {
  const since = isAtBeginning ? 0 : (messages[0]?.eventId ?? Infinity);
  const until = followsEnd ? Infinity : (messages.at(-1)?.eventId ?? 0);
  return lines.filter(({ eventId }) => eventId > since && eventId < until);
}

/** An author who deletes a message at once, or is about to, leaves nothing in its place. */
function leavesNoRow(message: Message, change: UnsentChange | null): boolean {
  // A change that was not saved needs a place to say so.
  if (change?.state === 'failed') return false;
  const { userId, ts } = message;
  if (message.deleted || change?.kind !== 'delete') return wasDeletedAtOnce(message);
  return wasDeletedAtOnce({ userId, ts, deleted: { by: change.userId, reason: null, at: change.composedAt } });
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
