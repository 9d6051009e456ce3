import type { UserId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';

/** Milliseconds that somebody counts as writing after they said so. */
export const writingHoldsMs = 5_000;

/** Until when each person counts as writing, in the order in which they began. */
export type Writers = ReadonlyMap<UserId, number>;

export const nobody: Writers = new Map();

/** Somebody said that they write. Whoever does already keeps their place. */
export const withWriter = (writers: Writers, userId: UserId, now: number): Writers =>
  new Map([...writers, [userId, now + writingHoldsMs]]);

/** Their message came, or they left. */
export const withoutWriter = (writers: Writers, userId: UserId): Writers =>
  writers.has(userId) ? new Map([...writers].filter(([id]) => id !== userId)) : writers;

/** Those who still count at this time. */
export const stillWriting = (writers: Writers, now: number): Writers =>
  [...writers.values()].some((until) => until <= now)
    ? new Map([...writers].filter(([, until]) => until > now))
    : writers;

/** What is shown of them; `''` for nobody. */
export function writersSentence(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return t('{name} is typing…', { name: first });
  if (names.length > 2) return t('Several people are typing…');
  return t('{name} and {other} are typing…', { name: first, other: second });
}
