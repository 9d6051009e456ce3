import { accepted, refused, type Reply, type UserId } from '@devchitchat/contracts';
import type { Place } from '../rooms/access';
import type { RoomState } from '../rooms/room';

const minute = 60_000;

/** Whether somebody who is in the room may say something new in it at this time. */
export function maySpeak(room: RoomState, userId: UserId, now: number): Reply<object> {
  const until = room?.mutedUntil.get(userId) ?? 0;
  if (now >= until) return accepted({});
  const minutes = Math.ceil((until - now) / minute);
  const left = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return refused('forbidden', `You are muted in this room for ${left} more. Try again then.`);
}

/** The same for what is said by changing something: another text, a reaction. `undefined` when they may. */
export function unlessMuted(
  { room, userId }: Pick<Place, 'room' | 'userId'>,
  now: number,
): Extract<Reply<never>, { ok: false }> | undefined {
  const may = maySpeak(room, userId, now);
  return may.ok ? undefined : may;
}
