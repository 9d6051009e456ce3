import {
  accepted,
  isInviteOpen,
  mayInvite,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type NamedRoomKind,
  type Reply,
  type RoomInvite,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { bannedHere, publicHistory, actingMemberIn, type ActingMember, type RoomMember } from '../rooms/access';
import { enter } from '../rooms/decide';
import { isStillTheirs } from '../rooms/invite-rights';
import { membersOf, type Room, type RoomState } from '../rooms/room';

/** An invite as it admits a person. */
export interface OpeningInvite extends RoomInvite {
  /** The first message that its creator could see. */
  readonly historyStart: number;
}

/** Whether a person may create, list and revoke invites: each member of a public room, the owner and mods of a private one. */
export function mayHandleInvites(room: RoomState, by: UserId, people: People): Reply<ActingMember> {
  const place = actingMemberIn(room, by, people);
  if (!place.ok) return place;
  if (place.value.room.kind === 'direct') return refused(reasons.directLinks);
  if (mayInvite(place.value.room, place.value.role)) return place;
  return refused(reasons.roomLinksRestricted);
}

/**
 * Creates an invite. People who join by it see the history from the next message on (`from_now`) or as much as its creator
 * sees (`whole`). Refuses `from_now` in a public room, whose history everyone sees.
 */
export function createInvite(
  { room, historyStart }: RoomMember,
  {
    history,
    serverInviteId,
    ...invite
  }: Pick<RoomInvite, 'inviteId' | 'expiresAt' | 'maxUses' | 'history' | 'serverInviteId'>,
): Reply<Draft> {
  if (room.kind === 'public' && history === 'from_now') return publicHistory();
  const { roomId } = room;
  const shown = history === 'from_now' ? { history } : historyStart > 1 ? { historyStart } : {};
  return accepted(
    draft(messagingEvents.roomInviteCreated, {
      scopeId: roomId,
      body: { roomId, ...invite, ...shown, ...(serverInviteId && { serverInviteId }) },
      content: null,
      audience: membersOf(room),
    }),
  );
}

/** Revokes an invite of this room. Revoking a revoked one succeeds without events; one of another room is unknown. */
export function revokeInvite(room: Room, invite: RoomInvite | undefined): Reply<readonly Draft[]> {
  if (invite?.roomId !== room.roomId) return refused(reasons.roomInviteUnknown);
  if (invite.revokedAt !== null) return accepted([]);
  const { roomId, inviteId } = invite;
  return accepted([
    draft(messagingEvents.roomInviteRevoked, {
      scopeId: roomId,
      body: { roomId, inviteId },
      content: null,
      audience: membersOf(room),
    }),
  ]);
}

export interface OpenedInvite {
  readonly room: Room;
  readonly kind: NamedRoomKind;
  readonly createdBy: UserId;
  readonly expiresAt: number;
}

/** The room of an invite that still admits people. Refused like every dead link, which reveals nothing about the room. */
export function openInvite(
  room: RoomState,
  invite: OpeningInvite | undefined,
  now: number,
  people: People,
): Reply<OpenedInvite> {
  if (!room || room.deleted || room.kind === 'direct' || !invite) return deadLink();
  const { createdBy, expiresAt } = invite;
  if (!isInviteOpen(invite, now) || !isStillTheirs(room, createdBy, people)) return deadLink();
  return accepted({ room, kind: room.kind, createdBy, expiresAt });
}

/** Members succeed with any invite, even a used-up one, because the request may be a retry. */
export function redeemInvite(
  room: RoomState,
  invite: OpeningInvite,
  by: UserId,
  now: number,
  people: People,
): Reply<readonly Draft[]> {
  if (!room || room.deleted) return deadLink();
  if (room.members.has(by)) return accepted([]);
  if (!isInviteOpen(invite, now) || !isStillTheirs(room, invite.createdBy, people)) return deadLink();
  if (room.banned.has(by)) return bannedHere();
  const { roomId, inviteId } = invite;
  const redeemed = draft(messagingEvents.roomInviteRedeemed, {
    scopeId: roomId,
    body: { roomId, inviteId, userId: by },
    content: null,
    audience: membersOf(room),
  });
  const start = invite.history === 'from_now' ? room.headSeq + 1 : invite.historyStart;
  return accepted([redeemed, ...enter(room, by, 'invite', start)]);
}

export const deadLink = () => refused(reasons.roomInviteDead);
