/**
 * Bytes of JSON that one answer aims at. NATS carries 1 MiB and a gateway cuts a socket with 1 MiB unsent, so that what is
 * long goes in several answers.
 */
export const answerBytes = 256 * 1024;

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The first items that together take at most `bytes` as JSON; the very first in any case. */
export function thatFit<Item>(items: readonly Item[], bytes = answerBytes): Item[] {
  let left = bytes;
  const end = items.findIndex((item, at) => (left -= jsonBytes(item)) < 0 && at > 0);
  return items.slice(0, end === -1 ? items.length : end);
}
