import { accepted, messagingReasons as reasons, refused, type Reply } from '@devchitchat/contracts';
import type { Place } from '../rooms/access';

/** Somebody who says something: as they stand in the room, and whether they are a program. */
export interface Speaker extends Place {
  readonly isBot: boolean;
}

/**
 * Milliseconds that somebody waits from one message in the room to the next, 0 for those who never do: its owner and mods,
 * who keep order, and bots, which answer as often as they are asked.
 */
export const slowModeMs = ({ room, role, isBot }: Speaker): number =>
  role === 'member' && !isBot ? room.slowModeSeconds * 1_000 : 0;

/**
 * Whether somebody may say something new at this time.
 *
 * @param lastSaidAt when they said something in the room last, deleted or not; `undefined` when that is longer ago than they have to wait
 */
export function maySayMore(speaker: Speaker, lastSaidAt: number | undefined, now: number): Reply<object> {
  const between = slowModeMs(speaker);
  if (lastSaidAt === undefined || now >= lastSaidAt + between) return accepted({});
  // After the clock was set back nobody waits longer than slow mode says.
  const waitMs = Math.min(between, lastSaidAt + between - now);
  return refused(reasons.roomSlowMode, { everyMs: between, waitMs }, waitMs);
}
