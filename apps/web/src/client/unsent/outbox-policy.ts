import type { ClientMsgId, MsgId, Refusal, RoomId, UserId } from '@devchitchat/contracts';

/** Something a person wants said or changed that the server has not acknowledged yet. */
export type OutboxEntry = UnsentMessage | UnsentChange;

interface Unsent {
  /** Its place among everything this browser has to send; later ones are greater. */
  readonly position: number;
  /** Made once. Every try carries the same, so that a message is stored once however often it is sent. */
  readonly clientMsgId: ClientMsgId;
  readonly roomId: RoomId;
  readonly userId: UserId;
  /** Milliseconds since 1970 by the server's clock, as far as it is known here. */
  readonly composedAt: number;
  /** `failed` waits for its author: the same again would be refused again. */
  readonly state: 'pending' | 'failed';
  /** Why it failed, as a sentence. */
  readonly reason?: string;
}

export interface UnsentMessage extends Unsent {
  readonly kind: 'send';
  readonly text: string;
  /** The place of the message that this one answers. */
  readonly replyTo?: number;
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
  /** What the room is told, when it is somebody else's message. */
  readonly why?: string;
}

export interface UnsentReaction extends Unsent {
  readonly kind: 'react';
  readonly msgId: MsgId;
  readonly emoji: string;
  /** False where it is taken back. */
  readonly on: boolean;
}

export type UnsentChange = UnsentEdit | UnsentDelete | UnsentReaction;

const firstRetryMs = 500;
const longestRetryMs = 10_000;

/**
 * What may be sent now: the oldest pending entry of every room in which nothing is on its way. One at a time in a room is
 * what keeps the order; an entry that failed waits aside and holds nobody up, and so do messages in slow mode.
 *
 * @param busy rooms in which something is on its way
 * @param slow rooms in which one says nothing new for a while
 */
export function nextToSend(
  entries: readonly OutboxEntry[],
  busy: { has(roomId: RoomId): boolean },
  slow: { has(roomId: RoomId): boolean },
): readonly OutboxEntry[] {
  const taken = new Set<RoomId>();
  const next: OutboxEntry[] = [];
  for (const entry of inOrder(entries)) {
    if (entry.kind === 'send' && slow.has(entry.roomId)) continue;
    if (entry.state !== 'pending' || taken.has(entry.roomId) || busy.has(entry.roomId)) continue;
    taken.add(entry.roomId);
    next.push(entry);
  }
  return next;
}

export const inOrder = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] =>
  [...entries].sort((a, b) => a.position - b.position);

export type Verdict =
  { readonly kind: 'retry'; readonly inMs: number } | { readonly kind: 'failed'; readonly reason: string };

/**
 * What becomes of an entry that was refused.
 *
 * @param tries how often it was tried since the connection is up, this time included
 */
export function afterRefusal(error: Refusal, tries: number): Verdict {
  // A session that is over is said by the connection, and ends the page; the message waits for the next one.
  if (!error.retryable && error.code !== 'unauthenticated') return { kind: 'failed', reason: error.message };
  const patience = Math.min(longestRetryMs, firstRetryMs * 2 ** (tries - 1));
  return { kind: 'retry', inMs: error.retryAfterMs ?? patience };
}

/** It was refused for now, and when it will not be is known. */
export const isTooSoon = (error: Refusal): error is Refusal & { readonly retryAfterMs: number } =>
  error.code === 'rate_limited' && error.retryAfterMs !== undefined;

/** The entry as it is when its author wants it sent after all: an edit now of what is there now. */
export function retried({ reason: _, ...entry }: OutboxEntry, revisionNow: number | undefined): OutboxEntry {
  if (entry.kind !== 'edit') return { ...entry, state: 'pending' };
  return { ...entry, state: 'pending', revision: revisionNow ?? entry.revision };
}

/**
 * The outbox with one more change of a message. The last word counts: what was still to be changed before is not sent any
 * more. A second edit takes the place of the first, and is one of the same revision.
 */
export function withLastWord(entries: readonly OutboxEntry[], change: UnsentChange): readonly OutboxEntry[] {
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

/** An edit that was acknowledged while its author had already another one in mind: the rest of the way to it. */
export function afterEdit(sent: OutboxEntry, now: OutboxEntry): OutboxEntry | null {
  if (sent.kind !== 'edit' || now.kind !== 'edit' || sent.text === now.text) return null;
  return { ...now, revision: sent.revision + 1 };
}
