import type { RoomId, UserId } from '@devchitchat/contracts';
import type { KeyValueStorage } from '../voice/key-value-storage';

/** Milliseconds after which nobody means to go on with a call that their page dropped out of. */
const offeredFor = 10 * 60_000;

export const lastCallKey = (userId: UserId): string => `devchitchat last call ${userId}`;

/** The call that somebody was in when their page went away, as this browser keeps it. */
export interface LastCall {
  readonly roomId: RoomId;
  /** By the server's clock. */
  readonly at: number;
  /** The page said goodbye: it was reloaded or closed. Else it crashed, or is another tab that still is in the call. */
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

/** Whether to offer the way back. `isSeated`: the server still names this person as somebody in that call. */
export function isOffered({ at, hasEnded }: LastCall, now: number, isSeated: boolean): boolean {
  const age = now - at;
  return age >= 0 && age <= offeredFor && (hasEnded || !isSeated);
}
