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

/** Only people whose accounts work own a room: a room that a bot or a disabled account owns is governed by nobody. */
export const mayOwn = (people: People, userId: UserId): boolean => people.isActive(userId) && !people.isBot(userId);

/** A member of a room. */
export interface RoomMember extends Omit<Membership, 'role'> {
  readonly room: Room;
  readonly userId: UserId;
}

/** A member of a room, with the role in which they act there. */
export interface Place extends RoomMember {
  /** Not always the one they have: see `actingRole`. */
  readonly role: RoomRole;
}

/** One answer for "there is none" and "you are not in it", so that nobody learns which private rooms exist. */
export const noSuchRoom = () => refused(reasons.roomUnknown);

export function memberOf(room: RoomState, userId: UserId): Reply<RoomMember> {
  const membership = room?.members.get(userId);
  return room && membership ? accepted({ room, userId, ...membership }) : noSuchRoom();
}

export function placeIn(room: RoomState, userId: UserId, people: People): Reply<Place> {
  const member = memberOf(room, userId);
  if (!member.ok) return member;
  const role = roleOf(member.value.room, userId, people);
  return role ? accepted({ ...member.value, role }) : noSuchRoom();
}

/** The role in which somebody acts in a room; `undefined` of somebody who is not in it. */
export const roleOf = (room: Room, userId: UserId, people: People): RoomRole | undefined =>
  roleGiven(room, room.members.get(userId)?.role, userId, people);

/** The role in which somebody would act in a room if they came in: an admin governs one without an owner. */
export const roleWithin = (room: Room, userId: UserId, people: People): RoomRole =>
  roleOf(room, userId, people) ?? roleGiven(room, 'member', userId, people) ?? 'member';

function roleGiven(room: Room, own: RoomRole | undefined, userId: UserId, people: People): RoomRole | undefined {
  const ownerless = hasNoOwner(room);
  return actingRole({ kind: room.kind, isOwnerless: ownerless, own, isAdmin: ownerless && people.isAdmin(userId) });
}

/** By the members, who are a new Map after every change: asked with every message, and only then looked for. */
const known = new WeakMap<Room['members'], boolean>();

export function hasNoOwner({ members }: Room): boolean {
  const before = known.get(members);
  if (before !== undefined) return before;
  const ownerless = isOwnerless(members.values());
  known.set(members, ownerless);
  return ownerless;
}

export const bannedHere = () => refused(reasons.roomBanned);

/** The first message that a new member sees. Nobody gives away more than they see themselves. */
export const historyFor = ({ room, historyStart }: RoomMember, history: HistoryChoice): number =>
  history === 'from_now' ? room.headSeq + 1 : historyStart;

export const publicHistory = () => refused(reasons.roomHistoryPublic);
