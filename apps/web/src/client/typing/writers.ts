import type { UserId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';

/** Milliseconds that a user counts as typing after a report. */
export const writingHoldsMs = 5_000;

/** The time until which each user counts as typing, in the order in which they started. */
export type Writers = ReadonlyMap<UserId, number>;

export const nobody: Writers = new Map();

/** A user reported typing. A user already listed keeps their position. */
export const withWriter = (writers: Writers, userId: UserId, now: number): Writers =>
  new Map([...writers, [userId, now + writingHoldsMs]]);

/** The user's message arrived, or they left. */
export const withoutWriter = (writers: Writers, userId: UserId): Writers =>
  writers.has(userId) ? new Map([...writers].filter(([id]) => id !== userId)) : writers;

/** The users who still count as typing at this time. */
export const stillWriting = (writers: Writers, now: number): Writers =>
  [...writers.values()].some((until) => until <= now)
    ? new Map([...writers].filter(([, until]) => until > now))
    : writers;

/** The displayed sentence; `''` for no users. */
export function writersSentence(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return t('{name} is typing…', { name: first });
  if (names.length > 2) return t('Several people are typing…');
  return t('{name} and {other} are typing…', { name: first, other: second });
}
