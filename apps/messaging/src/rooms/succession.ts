import { messagingEvents, type RoomRole, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { mayOwn } from './access';
import { membersOf, type Room, type RoomState } from './room';

/** The mod of longest standing, else the member of longest standing, else nobody. Bots and disabled accounts own nothing. */
export function heirAmong(room: Room, userIds: readonly UserId[], people: People): UserId | undefined {
  const able = userIds.filter((userId) => mayOwn(people, userId));
  return able.find((userId) => room.members.get(userId)?.role === 'mod') ?? able[0];
}

/**
 * Somebody governs a room after this. An owner whose account does not work any longer is followed as if they had left; they
 * stay in the room, as a mod. A public room that nobody can follow in belongs to the admins. A private one keeps its owner
 * until somebody can: no admin finds it.
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
