import { accepted, messagingReasons as reasons, refused, slowModeSecondsFor, type Reply } from '@devchitchat/contracts';
import type { ActingMember } from '../rooms/access';

/** A member who sends a message, and whether they are a bot. */
export interface Speaker extends ActingMember {
  readonly isBot: boolean;
}

/**
 * Milliseconds that the member waits between messages. 0 for the owner and mods, who keep order, and for bots, which
 * reply as often as they are asked.
 */
export const slowModeMs = ({ room, role, isBot }: Speaker): number =>
  isBot ? 0 : slowModeSecondsFor(room, role) * 1_000;

/**
 * Whether the member may send a new message at this time.
 *
 * @param lastSentAt when they last sent a message in the room, deleted or not; `undefined` if that is longer ago than
 * the wait
 */
export function maySendNow(speaker: Speaker, lastSentAt: number | undefined, now: number): Reply<object> {
  const between = slowModeMs(speaker);
  if (lastSentAt === undefined || now >= lastSentAt + between) return accepted({});
  // If the clock was set back, the wait is never longer than the setting.
  const waitMs = Math.min(between, lastSentAt + between - now);
  return refused(reasons.roomSlowMode, { everyMs: between, waitMs }, waitMs);
}
