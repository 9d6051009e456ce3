import type { DataOf, presence, PresenceState, UserId } from '@devchitchat/contracts';

/** The presence that the server sent; `null` before the first report. Users missing from it are offline. */
export type KnownPresence = ReadonlyMap<UserId, PresenceState> | null;

/** The presence after one more notice. Changes before the first full report are ignored. */
export function afterPresence(known: KnownPresence, { whole, people }: DataOf<typeof presence>): KnownPresence {
  if (!whole && !known) return null;
  const after = new Map(whole ? [] : known);
  for (const { userId, state } of people) {
    if (state === 'offline') after.delete(userId);
    else after.set(userId, state);
  }
  return after;
}

/** `null` if it is unknown. */
export const stateIn = (known: KnownPresence, userId: UserId): PresenceState | null =>
  known && (known.get(userId) ?? 'offline');
