import { messagingReasons as reasons, refused, type UserId } from '@devchitchat/contracts';
import type { Room } from './room';

/**
 * Whether anyone can read a new message. In a direct room, at least one other person needs an active account, unless it
 * is a person's notes to themselves.
 */
export function hasReader(room: Room, by: UserId, isHere: (userId: UserId) => boolean): boolean {
  const others = [...room.members.keys()].filter((userId) => userId !== by);
  return room.kind !== 'direct' || others.length === 0 || others.some(isHere);
}

export const noReader = () => refused(reasons.directNoReader);
