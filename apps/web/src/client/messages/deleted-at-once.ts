import type { Message } from '@devchitchat/contracts';

/** Milliseconds in which an author takes back a slip of the finger, rather than something that others have read. */
const atOnceMs = 10_000;

/**
 * Whether its author deleted the message at once: nothing is shown in its place, unless somebody has replied. Both times
 * are the server's.
 */
export function wasDeletedAtOnce({ userId, ts, deleted }: Pick<Message, 'userId' | 'ts' | 'deleted'>): boolean {
  return deleted?.by === userId && deleted.at !== undefined && deleted.at - ts < atOnceMs;
}
