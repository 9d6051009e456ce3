import type { ClientMsgId, Refusal, RoomId, UserId } from '@devchitchat/contracts';

/** Something a person wrote that the server has not acknowledged yet. */
export interface OutboxEntry {
  /** Its place among everything this browser has to send; later ones are greater. */
  readonly position: number;
  /** Made once. Every try carries the same, so that the message is stored once however often it is sent. */
  readonly clientMsgId: ClientMsgId;
  readonly roomId: RoomId;
  readonly userId: UserId;
  readonly text: string;
  /** Milliseconds since 1970 by this browser's clock. */
  readonly composedAt: number;
  /** `failed` waits for its author: the same again would be refused again. */
  readonly state: 'pending' | 'failed';
  /** Why it failed, as a sentence. */
  readonly reason?: string;
}

const firstRetryMs = 500;
const longestRetryMs = 10_000;

/**
 * What may be sent now: the oldest pending entry of every room in which nothing is on its way. One at a time in a room is
 * what keeps the order; an entry that failed waits aside and holds nobody up.
 */
export function nextToSend(
  entries: readonly OutboxEntry[],
  busy: { has(roomId: RoomId): boolean },
): readonly OutboxEntry[] {
  const taken = new Set<RoomId>();
  const next: OutboxEntry[] = [];
  for (const entry of inOrder(entries)) {
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

/** The entry as it is when its author wants it sent after all. */
export function retried({ reason: _, ...entry }: OutboxEntry): OutboxEntry {
  return { ...entry, state: 'pending' };
}
