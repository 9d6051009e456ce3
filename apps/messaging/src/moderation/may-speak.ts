import {
  accepted,
  messagingReasons as reasons,
  refused,
  type Refused,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import type { ActingMember } from '../rooms/access';
import type { RoomState } from '../rooms/room';

/** Whether a member may send new content to the room at this time. */
export function maySpeak(room: RoomState, userId: UserId, now: number): Reply<object> {
  const until = room?.mutedUntil.get(userId) ?? 0;
  if (now >= until) return accepted({});
  return refused(reasons.roomMuted, { leftMs: until - now });
}

/** The same for changes such as edits and reactions. Returns `undefined` if the member may make them. */
export function unlessMuted({ room, userId }: Pick<ActingMember, 'room' | 'userId'>, now: number): Refused | undefined {
  const may = maySpeak(room, userId, now);
  return may.ok ? undefined : may;
}
