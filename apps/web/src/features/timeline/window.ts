import type { Message } from '@devchitchat/contracts';
import { indexOfSeq, runBackFrom, runOnFrom } from '../../client/messages/stretch';

/** The stretch of a room that is in the page, by `seq`. With `last: Infinity` it follows the end. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** Messages shown at once when a room is opened, and by how many the stretch grows. */
const opening = 60;
const step = 40;
/** More messages than this are never in the page. */
export const most = 200;

export const followsEnd = ({ last }: Window): boolean => last === Infinity;

/** The end of a room. */
export function atEnd(messages: readonly Message[], headSeq: number): Window {
  const last = messages.at(-1);
  return { first: last ? runBackFrom(messages, last.seq, opening) : headSeq + 1, last: Infinity };
}

/** Around a message that is held; without a hole. */
export function around(messages: readonly Message[], seq: number): Window {
  return { first: runBackFrom(messages, seq, opening / 2), last: runOnFrom(messages, seq, opening / 2) };
}

/** With earlier messages at its top, as far as they are held; the bottom gives way when it grows too long. */
export function grownBack(window: Window, messages: readonly Message[]): Window {
  if (!isHeld(messages, window.first - 1)) return window;
  const first = runBackFrom(messages, window.first - 1, step);
  const isLong = (messages.at(-1)?.seq ?? 0) - first >= most;
  return { first, last: isLong ? Math.min(window.last, first + most - 1) : window.last };
}

/** With later messages at its bottom; it follows the end when it has reached it. */
export function grownOn(window: Window, messages: readonly Message[], headSeq: number): Window {
  if (followsEnd(window)) return window;
  const last = isHeld(messages, window.last + 1) ? runOnFrom(messages, window.last + 1, step) : window.last;
  const first = Math.max(window.first, last - most + 1);
  return { first, last: last >= headSeq ? Infinity : last };
}

/** Short enough to stay quick, while messages keep coming in at the end: the reader is there, or far above it. */
export function shortened(window: Window, messages: readonly Message[], isReadingEnd: boolean): Window {
  const last = messages.at(-1)?.seq ?? 0;
  if (!followsEnd(window) || last - window.first < most) return window;
  return isReadingEnd ? { first: last - opening, last: Infinity } : { first: window.first, last };
}

const isHeld = (messages: readonly Message[], seq: number): boolean => messages[indexOfSeq(messages, seq)]?.seq === seq;
