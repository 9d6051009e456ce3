/**
 * Target size of an answer in bytes of JSON. NATS carries 1 MiB and a gateway cuts a socket with 1 MiB unsent, so longer
 * data is paged.
 */
export const answerBytes = 256 * 1024;

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export interface Page<Item, Cursor> {
  readonly page: Item[];
  /** The cursor of the next page; `null` if there is none. */
  readonly next: Cursor | null;
}

/**
 * A page of a list for the contract's `pageAfter`. `found` begins with the first item of the page; it needs one item more
 * than `limit` to show that there are more.
 */
export function pageOf<Item, Cursor>(
  found: readonly Item[],
  limit: number,
  cursorOf: (item: Item) => Cursor,
): Page<Item, Cursor> {
  const page = fittingPrefix(found.slice(0, limit));
  const last = page.at(-1);
  return { page, next: last !== undefined && page.length < found.length ? cursorOf(last) : null };
}

/** The first items whose JSON takes at most `bytes` in total, but at least one. */
export function fittingPrefix<Item>(
  items: readonly Item[],
  bytes = answerBytes,
  bytesOf: (item: Item) => number = jsonBytes,
): Item[] {
  let left = bytes;
  const end = items.findIndex((item, at) => (left -= bytesOf(item)) < 0 && at > 0);
  return items.slice(0, end === -1 ? items.length : end);
}
