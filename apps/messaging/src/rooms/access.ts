import {
  accepted,
  actingRole,
  isOwnerless,
  messagingReasons as reasons,
  refused,
  type HistoryChoice,
  type Reply,
  type RoomRole,
  type UserId,
} from '@devchitchat/contracts';
import type { People } from '../people/people';
import type { Membership, Room, RoomState } from './room';

/** Only people with active accounts may own a room, because a bot or a disabled account cannot govern one. */
export const mayOwn = (people: People, userId: UserId): boolean => people.isActive(userId) && !people.isBot(userId);

/** A member of a room. */
export interface RoomMember extends Omit<Membership, 'role'> {
  readonly room: Room;
  readonly userId: UserId;
}

/** A member of a room, with the role in which they act. */
export interface ActingMember extends RoomMember {
  /** May be higher than their membership's role: see `actingRole`. */
  readonly role: RoomRole;
}

/** The same refusal for unknown rooms and for rooms the actor is not in, so that it does not reveal private rooms. */
export const noSuchRoom = () => refused(reasons.roomUnknown);

/** The user's membership. Refuses with `room.unknown` if there is no such room or they are not in it. */
export function memberOf(room: RoomState, userId: UserId): Reply<RoomMember> {
  const membership = room?.members.get(userId);
  return room && membership ? accepted({ room, userId, ...membership }) : noSuchRoom();
}

/** Like `memberOf`, with the role in which the user acts: an admin acts as the owner of a room that has none. */
export function actingMemberIn(room: RoomState, userId: UserId, people: People): Reply<ActingMember> {
  const member = memberOf(room, userId);
  if (!member.ok) return member;
  const role = roleOf(member.value.room, userId, people);
  return role ? accepted({ ...member.value, role }) : noSuchRoom();
}

/** The role in which the user acts in a room; `undefined` if they are not in it. */
export const roleOf = (room: Room, userId: UserId, people: People): RoomRole | undefined =>
  roleGiven(room, room.members.get(userId)?.role, userId, people);

/** The role in which the user would act in a room after joining it: an admin governs a room without an owner. */
export const roleWithin = (room: Room, userId: UserId, people: People): RoomRole =>
  roleOf(room, userId, people) ?? roleGiven(room, 'member', userId, people) ?? 'member';

function roleGiven(room: Room, own: RoomRole | undefined, userId: UserId, people: People): RoomRole | undefined {
  const ownerless = hasNoOwner(room);
  return actingRole({ kind: room.kind, isOwnerless: ownerless, own, isAdmin: ownerless && people.isAdmin(userId) });
}

/** Caches the result per members Map, which is a new one after every change, because every message asks for it. */
const known = new WeakMap<Room['members'], boolean>();

/** Whether no member has the role `owner`. */
export function hasNoOwner({ members }: Room): boolean {
  const before = known.get(members);
  if (before !== undefined) return before;
  const ownerless = isOwnerless(members.values());
  known.set(members, ownerless);
  return ownerless;
}

export const bannedHere = () => refused(reasons.roomBanned);

/** The history start of a new member. Members pass on no more history than they see. */
export const historyFor = ({ room, historyStart }: RoomMember, history: HistoryChoice): number =>
  history === 'from_now' ? room.headSeq + 1 : historyStart;

export const publicHistory = () => refused(reasons.roomHistoryPublic);
