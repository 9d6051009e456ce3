import type { ClientMsgId, MsgId, Refusal, RoomId, UserId } from '@devchitchat/contracts';
import { hasReason } from '../answers/has-reason';
import { asSent, type LocalizedRefusal } from '../answers/localized-refusal';
import type { Attachment } from './attachment';

/** A message or change that the server has not acknowledged yet. */
export type OutboxEntry = UnsentMessage | UnsentChange;

interface Unsent {
  /** Its position among all entries of this browser; later ones are greater. */
  readonly position: number;
  /**
   * Generated once. Every try carries the same id, so that the server stores a message once however often it is sent.
   */
  readonly clientMsgId: ClientMsgId;
  readonly roomId: RoomId;
  readonly userId: UserId;
  /** Milliseconds since 1970 by the server's clock, as far as it is known here. */
  readonly composedAt: number;
  /** `failed` waits for its author: the server would refuse it again. */
  readonly state: 'pending' | 'failed';
  /** The refusal that made it fail, shown in the language of the page. */
  readonly refusal?: Refusal;
  /** Stored by earlier versions instead of `refusal`: the reason as a sentence, in the language of that time. */
  readonly reason?: string;
}

export interface UnsentMessage extends Unsent {
  readonly kind: 'send';
  readonly text: string;
  /** The `seq` of the message that this one replies to. */
  readonly replyTo?: number;
  /** Its files, in their order; omitted if there are none. */
  readonly attachments?: readonly Attachment[];
}

export interface UnsentEdit extends Unsent {
  readonly kind: 'edit';
  readonly msgId: MsgId;
  /** The revision that its author saw. */
  readonly revision: number;
  readonly text: string;
}

export interface UnsentDelete extends Unsent {
  readonly kind: 'delete';
  readonly msgId: MsgId;
  /** The reason shown to the room, when a moderator deletes another user's message. */
  readonly why?: string;
}

export interface UnsentReaction extends Unsent {
  readonly kind: 'react';
  readonly msgId: MsgId;
  readonly emoji: string;
  /** False removes the emoji. */
  readonly on: boolean;
}

export type UnsentChange = UnsentEdit | UnsentDelete | UnsentReaction;

/** Whether it can become a draft again. A message with files cannot: drafts are only text. */
export const isText = (entry: OutboxEntry): entry is UnsentMessage | UnsentEdit =>
  (entry.kind === 'send' && !entry.attachments) || entry.kind === 'edit';

const firstRetryMs = 500;
const longestRetryMs = 10_000;

/**
 * The entries to send now: the oldest pending one of every room without an entry in flight. One at a time per room
 * keeps the order; failed entries and messages that have to wait block no others.
 *
 * @param busy rooms with an entry in flight
 * @param silent rooms in which slow mode currently allows no new message
 */
export function nextToSend(
  entries: readonly OutboxEntry[],
  busy: { has(roomId: RoomId): boolean },
  silent: { has(roomId: RoomId): boolean },
): readonly OutboxEntry[] {
  const taken = new Set<RoomId>();
  const next: OutboxEntry[] = [];
  for (const entry of inOrder(entries)) {
    if (entry.kind === 'send' && silent.has(entry.roomId)) continue;
    if (entry.state !== 'pending' || taken.has(entry.roomId) || busy.has(entry.roomId)) continue;
    taken.add(entry.roomId);
    next.push(entry);
  }
  return next;
}

export const inOrder = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] =>
  [...entries].sort((a, b) => a.position - b.position);

export type Verdict =
  { readonly kind: 'retry'; readonly inMs: number } | { readonly kind: 'failed'; readonly refusal: Refusal };

/**
 * The next step for a refused entry.
 *
 * @param tries number of tries on this connection, this one included
 */
export function afterRefusal(error: LocalizedRefusal, tries: number): Verdict {
  // The connection reports an ended session, which ends the page; the message waits for the next session.
  if (!error.retryable && error.code !== 'unauthenticated') return { kind: 'failed', refusal: asSent(error) };
  const retryDelayMs = Math.min(longestRetryMs, firstRetryMs * 2 ** (tries - 1));
  return { kind: 'retry', inMs: error.retryAfterMs ?? retryDelayMs };
}

/** Whether the room's slow mode refused a message, and not another rate limit. Such a refusal names its end. */
export const isSlowMode = (error: Refusal): error is Refusal & { readonly retryAfterMs: number } =>
  hasReason(error, 'room.slow_mode') && error.retryAfterMs !== undefined;

/**
 * Whether the room is closed to its author: they are muted, or no longer in it. The message or edit becomes a draft again, because
 * nobody wants to say now what they wrote before that.
 */
export const isShutOut = (error: Refusal): boolean => hasReason(error, 'room.muted', 'room.unknown');

/** The entry after its author retried it; an edit then applies to the current revision. */
export function retried(failed: OutboxEntry, revisionNow: number | undefined): OutboxEntry {
  const { refusal: _refusal, reason: _reason, ...entry } = failed;
  if (entry.kind !== 'edit') return { ...entry, state: 'pending' };
  return { ...entry, state: 'pending', revision: revisionNow ?? entry.revision };
}

/**
 * The outbox with one more change of a message, which replaces earlier unsent ones. A second edit keeps the revision of
 * the edit it replaces.
 */
export function withLatestChange(entries: readonly OutboxEntry[], change: UnsentChange): readonly OutboxEntry[] {
  const outdated = entries.filter((entry) => isOutdatedBy(entry, change));
  const others = entries.filter((entry) => !outdated.includes(entry));
  const earlier = outdated.find((entry) => entry.kind === 'edit' && entry.state === 'pending');
  if (earlier?.kind !== 'edit' || change.kind !== 'edit') return inOrder([...others, change]);
  return inOrder([...others, { ...earlier, text: change.text }]);
}

function isOutdatedBy(entry: OutboxEntry, change: UnsentChange): boolean {
  if (entry.kind === 'send' || entry.msgId !== change.msgId || entry.roomId !== change.roomId) return false;
  if (change.kind === 'react') return entry.kind === 'react' && entry.emoji === change.emoji;
  return change.kind === 'delete' || entry.kind !== 'react';
}

/** The remaining edit when the author changed the text again before the first edit was acknowledged. */
export function afterEdit(sent: OutboxEntry, now: OutboxEntry): OutboxEntry | null {
  if (sent.kind !== 'edit' || now.kind !== 'edit' || sent.text === now.text) return null;
  return { ...now, revision: sent.revision + 1 };
}
