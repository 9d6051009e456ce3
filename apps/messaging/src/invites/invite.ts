import {
  accepted,
  messagingEvents,
  refused,
  type InviteId,
  type Reply,
  type RoomInvite,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { mayBringPeopleIn, placeIn } from '../rooms/access';
import { enter } from '../rooms/decide';
import { membersOf, type Room, type RoomState } from '../rooms/room';

/** The members of a public room, the owner and mods of a private one. */
export function mayHandleInvites(room: RoomState, by: UserId): Reply<Room> {
  const place = placeIn(room, by);
  if (!place.ok) return place;
  if (mayBringPeopleIn(place.value)) return accepted(place.value.room);
  return refused('forbidden', 'Only the owner and mods of a private room handle its links.');
}

export function createInvite(
  room: Room,
  invite: { readonly inviteId: InviteId; readonly expiresAt: number; readonly maxUses: number },
): Draft {
  const { roomId } = room;
  return draft(messagingEvents.roomInviteCreated, {
    scopeId: roomId,
    body: { roomId, ...invite },
    content: null,
    audience: membersOf(room),
  });
}

/** Closing a closed one changes nothing. */
export function revokeInvite(room: Room, invite: RoomInvite | undefined): Reply<readonly Draft[]> {
  if (invite?.roomId !== room.roomId) return refused('not_found', 'This room has no link with this id.');
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

/** Who is in already gets in again by any link, a used-up one too: it may be the same click, sent a second time. */
export function redeemInvite(room: RoomState, invite: RoomInvite, by: UserId, now: number): Reply<readonly Draft[]> {
  if (!room) return deadLink();
  if (room.members.has(by)) return accepted([]);
  if (!opens(invite, now)) return deadLink();
  const { roomId, inviteId } = invite;
  const redeemed = draft(messagingEvents.roomInviteRedeemed, {
    scopeId: roomId,
    body: { roomId, inviteId, userId: by },
    content: null,
    audience: membersOf(room),
  });
  return accepted([redeemed, ...enter(room, by, 'invite')]);
}

const opens = ({ revokedAt, expiresAt, uses, maxUses }: RoomInvite, now: number): boolean =>
  revokedAt === null && now < expiresAt && uses < maxUses;

export const deadLink = () => refused('not_found', 'The link is expired, used up, revoked or was never made here.');
