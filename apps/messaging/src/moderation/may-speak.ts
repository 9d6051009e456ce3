import { accepted, messagingReasons as reasons, refused, type Reply, type UserId } from '@devchitchat/contracts';
import type { Place } from '../rooms/access';
import type { RoomState } from '../rooms/room';

/** Whether somebody who is in the room may say something new in it at this time. */
export function maySpeak(room: RoomState, userId: UserId, now: number): Reply<object> {
  const until = room?.mutedUntil.get(userId) ?? 0;
  if (now >= until) return accepted({});
  return refused(reasons.roomMuted, { leftMs: until - now });
}

/** The same for what is said by changing something: another text, a reaction. `undefined` when they may. */
export function unlessMuted(
  { room, userId }: Pick<Place, 'room' | 'userId'>,
  now: number,
): Extract<Reply<never>, { ok: false }> | undefined {
  const may = maySpeak(room, userId, now);
  return may.ok ? undefined : may;
}
