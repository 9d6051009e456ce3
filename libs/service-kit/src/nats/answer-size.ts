/**
 * Bytes of JSON that one answer aims at. NATS carries 1 MiB and a gateway cuts a socket with 1 MiB unsent, so that what is
 * long goes in several answers.
 */
export const answerBytes = 256 * 1024;

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export interface Page<Item, Cursor> {
  readonly page: Item[];
  /** Where the next page begins: after this. `null` where there is none. */
  readonly next: Cursor | null;
}

/**
 * A page of a list as its contract's `pageAfter` asks for it. `found` begins with the first item of the page; it holds more
 * than `limit` where there are more, and one more is enough.
 */
export function pageOf<Item, Cursor>(
  found: readonly Item[],
  limit: number,
  cursorOf: (item: Item) => Cursor,
): Page<Item, Cursor> {
  const page = thatFit(found.slice(0, limit));
  const last = page.at(-1);
  return { page, next: last !== undefined && page.length < found.length ? cursorOf(last) : null };
}

/** The first items that together take at most `bytes` as JSON; the very first in any case. */
export function thatFit<Item>(
  items: readonly Item[],
  bytes = answerBytes,
  bytesOf: (item: Item) => number = jsonBytes,
): Item[] {
  let left = bytes;
  const end = items.findIndex((item, at) => (left -= bytesOf(item)) < 0 && at > 0);
  return items.slice(0, end === -1 ? items.length : end);
}
