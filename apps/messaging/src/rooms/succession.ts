import { messagingEvents, type RoomRole, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { mayOwn } from './access';
import { membersOf, type Room, type RoomState } from './room';

/** The longest-standing mod, else the longest-standing member. Skips bots and disabled accounts. */
export function heirAmong(room: Room, userIds: readonly UserId[], people: People): UserId | undefined {
  const able = userIds.filter((userId) => mayOwn(people, userId));
  return able.find((userId) => room.members.get(userId)?.role === 'mod') ?? able[0];
}

/**
 * Gives the room an owner who can govern it. An owner whose account stopped working is succeeded as if they had left,
 * and stays as a mod. A public room without a possible successor passes to the admins. A private one keeps its owner
 * until a successor joins, because admins cannot find it.
 */
export function succession(room: RoomState, people: People): readonly Draft[] {
  if (!room || room.deleted || room.kind === 'direct' || room.lobby) return [];
  const members = membersOf(room);
  const owner = members.find((userId) => room.members.get(userId)?.role === 'owner');
  if (owner === undefined ? room.kind === 'public' : mayOwn(people, owner)) return [];
  const heir = heirAmong(room, members, people);
  const becomes = (userId: UserId, role: RoomRole): Draft => roleChanged(room, userId, role);
  if (heir === undefined) return owner !== undefined && room.kind === 'public' ? [becomes(owner, 'mod')] : [];
  return [becomes(heir, 'owner'), ...(owner === undefined ? [] : [becomes(owner, 'mod')])];
}

export const roleChanged = (room: Room, userId: UserId, role: RoomRole): Draft =>
  draft(messagingEvents.memberRoleChanged, {
    scopeId: room.roomId,
    body: { roomId: room.roomId, userId, role },
    content: null,
    audience: membersOf(room),
  });
