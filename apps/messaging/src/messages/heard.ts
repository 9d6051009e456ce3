import { messagingReasons as reasons, refused, type UserId } from '@devchitchat/contracts';
import type { Room } from '../rooms/room';

/** Whether there is anybody to hear what somebody says in a conversation with others. Notes are for oneself. */
export function isHeard(room: Room, by: UserId, isHere: (userId: UserId) => boolean): boolean {
  const others = [...room.members.keys()].filter((userId) => userId !== by);
  return room.kind !== 'direct' || others.length === 0 || others.some(isHere);
}

export const unheard = () => refused(reasons.directUnheard);
