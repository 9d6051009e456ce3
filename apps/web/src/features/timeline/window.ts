import type { Message } from '@devchitchat/contracts';
import { indexOfSeq, runBackFrom, runOnFrom } from '../../client/messages/stretch';

/** The rendered stretch of a room, by `seq`. With `last: Infinity` it follows the end. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** Number of messages rendered when a room opens. */
const opening = 60;
/** Number of messages by which the window grows. */
const step = 40;
/** Limit of rendered messages. */
export const maxMessages = 200;

export const followsEnd = ({ last }: Window): boolean => last === Infinity;

/** The window at the end of a room. */
export function atEnd(messages: readonly Message[], headSeq: number): Window {
  const last = messages.at(-1);
  return { first: last ? runBackFrom(messages, last.seq, opening) : headSeq + 1, last: Infinity };
}

/** The window around a held message, without gaps. */
export function around(messages: readonly Message[], seq: number): Window {
  return { first: runBackFrom(messages, seq, opening / 2), last: runOnFrom(messages, seq, opening / 2) };
}

/** The window with earlier held messages at its top; the bottom shrinks when it grows too long. */
export function grownBack(window: Window, messages: readonly Message[]): Window {
  if (!isHeld(messages, window.first - 1)) return window;
  const first = runBackFrom(messages, window.first - 1, step);
  const isLong = (messages.at(-1)?.seq ?? 0) - first >= maxMessages;
  return { first, last: isLong ? Math.min(window.last, first + maxMessages - 1) : window.last };
}

/** The window with later messages at its bottom; it follows the end once it reaches it. */
export function grownOn(window: Window, messages: readonly Message[], headSeq: number): Window {
  if (followsEnd(window)) return window;
  const last = isHeld(messages, window.last + 1) ? runOnFrom(messages, window.last + 1, step) : window.last;
  const first = Math.max(window.first, last - maxMessages + 1);
  return { first, last: last >= headSeq ? Infinity : last };
}

/**
 * The window after new messages at the end, shortened to stay fast. The reader is either at the end or far above it.
 */
export function shortened(window: Window, messages: readonly Message[], isReadingEnd: boolean): Window {
  const last = messages.at(-1)?.seq ?? 0;
  if (!followsEnd(window) || last - window.first < maxMessages) return window;
  return isReadingEnd ? { first: last - opening, last: Infinity } : { first: window.first, last };
}

const isHeld = (messages: readonly Message[], seq: number): boolean => messages[indexOfSeq(messages, seq)]?.seq === seq;
