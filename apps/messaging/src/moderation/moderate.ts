import {
  accepted,
  outranks,
  isModerator,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type Reply,
  type RoomRole,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { mayOwn, actingMemberIn, roleWithin, type ActingMember } from '../rooms/access';
import { unbanned } from '../rooms/decide';
import { membersOf, type RoomState } from '../rooms/room';
import { roleChanged } from '../rooms/succession';

export type ModerationCommand =
  | { readonly type: 'kick'; readonly userId: UserId; readonly reason: string | undefined }
  | {
      readonly type: 'ban';
      readonly userId: UserId;
      readonly reason: string | undefined;
      /** The user exists on this server. */
      readonly known: boolean;
    }
  | { readonly type: 'unban'; readonly userId: UserId }
  | {
      readonly type: 'mute';
      readonly userId: UserId;
      readonly reason: string | undefined;
      /** Milliseconds since 1970 by the server's clock. */
      readonly until: number;
    }
  | { readonly type: 'unmute'; readonly userId: UserId }
  | { readonly type: 'set role'; readonly userId: UserId; readonly role: RoomRole };

/** Decides a moderation command. Accepts without drafts if it changes nothing. */
export function moderate(
  room: RoomState,
  command: ModerationCommand,
  by: UserId,
  people: People,
): Reply<readonly Draft[]> {
  const actor = actingMemberIn(room, by, people);
  if (!actor.ok) return actor;
  if (actor.value.room.kind === 'direct') return refused(reasons.directModerating);
  switch (command.type) {
    case 'kick':
      return kick(actor.value, command, people);
    case 'ban':
      return ban(actor.value, command, people);
    case 'unban':
      return unban(actor.value, command);
    case 'mute':
      return mute(actor.value, command, people);
    case 'unmute':
      return unmute(actor.value, command);
    case 'set role':
      return setRole(actor.value, command, people);
  }
}

/** The user as a moderator of the room, for reading its moderation log. Refuses members and direct rooms. */
export function moderatorIn(room: RoomState, userId: UserId, people: People): Reply<ActingMember> {
  const place = actingMemberIn(room, userId, people);
  if (!place.ok) return place;
  if (place.value.room.kind === 'direct') return refused(reasons.directModerating);
  if (!isModerator(place.value.role)) return refused(reasons.roomModeratorsOnly);
  return place;
}

/** Moderators act on those below them. Non-members count as members. */
function mayActOn({ room, role, userId: by }: ActingMember, userId: UserId, people: People): Reply<object> {
  if (!isModerator(role)) return refused(reasons.roomModeratorsOnly);
  if (userId === by) return refused(reasons.memberIsYou);
  const target = roleWithin(room, userId, people);
  if (outranks(role, target)) return accepted({});
  const isOwner = room.members.get(userId)?.role === 'owner';
  if (target === 'owner' && !isOwner) return refused(reasons.memberIsAdmin);
  return refused(reasons.memberOutranks);
}

function kick(
  actor: ActingMember,
  { userId, reason }: ModerationCommand & { type: 'kick' },
  people: People,
): Reply<readonly Draft[]> {
  const may = mayActOn(actor, userId, people);
  if (!may.ok) return may;
  if (!actor.room.members.has(userId)) return noSuchMember();
  return accepted([about(messagingEvents.memberKicked, actor, userId, reason)]);
}

function ban(
  actor: ActingMember,
  { userId, reason, known }: ModerationCommand & { type: 'ban' },
  people: People,
): Reply<readonly Draft[]> {
  const may = mayActOn(actor, userId, people);
  if (!may.ok) return may;
  if (actor.room.banned.has(userId)) return accepted([]);
  if (!known && !actor.room.members.has(userId)) return refused(reasons.personUnknown);
  return accepted([about(messagingEvents.memberBanned, actor, userId, reason)]);
}

function unban(
  { room, role }: ActingMember,
  { userId }: ModerationCommand & { type: 'unban' },
): Reply<readonly Draft[]> {
  if (!isModerator(role)) return refused(reasons.roomModeratorsOnly);
  return accepted(room.banned.has(userId) ? [unbanned(room, userId)] : []);
}

function mute(
  actor: ActingMember,
  { userId, reason, until }: ModerationCommand & { type: 'mute' },
  people: People,
): Reply<readonly Draft[]> {
  const may = mayActOn(actor, userId, people);
  if (!may.ok) return may;
  const { room } = actor;
  if (!room.members.has(userId)) return noSuchMember();
  const { roomId } = room;
  return accepted([
    draft(messagingEvents.memberMuted, {
      scopeId: roomId,
      body: { roomId, userId, until },
      content: reason === undefined ? null : { reason },
      audience: membersOf(room),
    }),
  ]);
}

function unmute(
  { room, role }: ActingMember,
  { userId }: ModerationCommand & { type: 'unmute' },
): Reply<readonly Draft[]> {
  if (!isModerator(role)) return refused(reasons.roomModeratorsOnly);
  if (!room.mutedUntil.has(userId)) return accepted([]);
  const { roomId } = room;
  return accepted([
    draft(messagingEvents.memberUnmuted, {
      scopeId: roomId,
      body: { roomId, userId },
      content: null,
      audience: membersOf(room),
    }),
  ]);
}

function setRole(
  { room, role: acting, userId: by }: ActingMember,
  { userId, role }: ModerationCommand & { type: 'set role' },
  people: People,
): Reply<readonly Draft[]> {
  if (acting !== 'owner') return refused(reasons.roomOwnerOnly);
  const isOwner = room.members.get(by)?.role === 'owner';
  if (userId === by && isOwner) return refused(reasons.roomNeedsOwner);
  if (userId === by && role !== 'owner') return refused(reasons.memberIsYou);
  const member = room.members.get(userId);
  if (!member) return noSuchMember();
  if (member.role === role) return accepted([]);
  if (role !== 'owner') return accepted([roleChanged(room, userId, role)]);
  if (room.lobby) return refused(reasons.lobbyOwner);
  if (!mayOwn(people, userId)) return refused(reasons.memberCannotOwn);
  return accepted([roleChanged(room, userId, 'owner'), ...(isOwner ? [roleChanged(room, by, 'mod')] : [])]);
}

/** A draft whose audience is the members, plus its target if they are no longer one. */
const about = (
  type: typeof messagingEvents.memberKicked | typeof messagingEvents.memberBanned,
  { room }: ActingMember,
  userId: UserId,
  reason: string | undefined,
): Draft =>
  draft(type, {
    scopeId: room.roomId,
    body: { roomId: room.roomId, userId },
    content: reason === undefined ? null : { reason },
    audience: membersOf(room),
  });

const noSuchMember = () => refused(reasons.memberUnknown);
