import type { Message } from '@devchitchat/contracts';

/** The index of the first message at or after `seq`. */
export function indexOfSeq(messages: readonly Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((messages[middle]?.seq ?? Infinity) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The held messages from `first` to `last`, both included. */
export const between = (messages: readonly Message[], first: number, last: number): readonly Message[] =>
  messages.slice(indexOfSeq(messages, first), indexOfSeq(messages, last + 1));

/** The first `seq` of the unbroken run that ends at `seq`, at most `maxMessages` back. */
export function runBackFrom(messages: readonly Message[], seq: number, maxMessages: number): number {
  let index = indexOfSeq(messages, seq);
  if (messages[index]?.seq !== seq) return seq;
  const oldest = Math.max(0, index - maxMessages + 1);
  while (index > oldest && messages[index - 1]?.seq === (messages[index]?.seq ?? 0) - 1) index -= 1;
  return messages[index]?.seq ?? seq;
}

/** The last `seq` of the unbroken run that begins at `seq`, at most `maxMessages` on. */
export function runOnFrom(messages: readonly Message[], seq: number, maxMessages: number): number {
  let index = indexOfSeq(messages, seq);
  if (messages[index]?.seq !== seq) return seq;
  const latest = Math.min(messages.length - 1, index + maxMessages - 1);
  while (index < latest && messages[index + 1]?.seq === (messages[index]?.seq ?? 0) + 1) index += 1;
  return messages[index]?.seq ?? seq;
}

/** The newest `maxMessages` messages, for a room that is not on the screen. */
export const newest = (messages: readonly Message[], maxMessages: number): readonly Message[] =>
  messages.length <= maxMessages ? messages : messages.slice(-maxMessages);
