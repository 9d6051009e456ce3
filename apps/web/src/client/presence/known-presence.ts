import type { DataOf, presence, PresenceState, UserId } from '@devchitchat/contracts';

/** How people are, as far as the server told; `null` while it has not. Who is not named is offline. */
export type KnownPresence = ReadonlyMap<UserId, PresenceState> | null;

/** What is known after one more word. Changes without what they change are of no use. */
export function afterPresence(known: KnownPresence, { whole, people }: DataOf<typeof presence>): KnownPresence {
  if (!whole && !known) return null;
  const after = new Map(whole ? [] : known);
  for (const { userId, state } of people) {
    if (state === 'offline') after.delete(userId);
    else after.set(userId, state);
  }
  return after;
}

/** `null` where it is not known. */
export const stateIn = (known: KnownPresence, userId: UserId): PresenceState | null =>
  known && (known.get(userId) ?? 'offline');
