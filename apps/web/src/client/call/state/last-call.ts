import type { RoomId, UserId } from '@devchitchat/contracts';
import type { KeyValueStorage } from '../voice/key-value-storage';

/** The offer to rejoin expires after this long. */
const offeredFor = 10 * 60_000;

export const lastCallKey = (userId: UserId): string => `devchitchat last call ${userId}`;

/** The last call of a user in this browser, stored to offer to rejoin it. */
export interface LastCall {
  readonly roomId: RoomId;
  /** Server time. */
  readonly at: number;
  /** The page was reloaded or closed. Otherwise it crashed, or another tab is still in the call. */
  readonly hasEnded: boolean;
}

export const saveLastCall = (storage: KeyValueStorage, userId: UserId, lastCall: LastCall): void => {
  storage.write(lastCallKey(userId), JSON.stringify(lastCall));
};

export const removeLastCall = (storage: KeyValueStorage, userId: UserId): void => {
  storage.remove(lastCallKey(userId));
};

export function lastCallOf(storage: KeyValueStorage, userId: UserId): LastCall | null {
  try {
    const kept = JSON.parse(storage.read(lastCallKey(userId)) ?? 'null') as Partial<LastCall> | null;
    if (typeof kept?.roomId !== 'string' || typeof kept.at !== 'number') return null;
    return { roomId: kept.roomId, at: kept.at, hasEnded: kept.hasEnded === true };
  } catch {
    return null;
  }
}

/** Whether to offer to rejoin. `isListed`: the server still lists the user in that call. */
export function isOffered({ at, hasEnded }: LastCall, now: number, isListed: boolean): boolean {
  const age = now - at;
  return age >= 0 && age <= offeredFor && (hasEnded || !isListed);
}
