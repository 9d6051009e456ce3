import { isEvent, messagingEvents, type AnyEvent, type RoomInvite } from '@devchitchat/contracts';

/** The invite links of a room after an event that may end some of them. Applying it twice changes nothing. */
export function withoutEnded(links: readonly RoomInvite[], event: AnyEvent): readonly RoomInvite[] {
  const ends = endedBy(event);
  if (!ends) return links;
  return links.map((link) => (link.revokedAt === null && ends(link) ? { ...link, revokedAt: event.ts } : link));
}

function endedBy(event: AnyEvent): ((link: RoomInvite) => boolean) | undefined {
  if (isEvent(messagingEvents.roomInviteRevoked, event)) return ({ inviteId }) => inviteId === event.body.inviteId;
  if (!isEvent(messagingEvents.roomInvitesVoided, event)) return undefined;
  const { roomId, createdBy } = event.body;
  return (link) => link.roomId === roomId && link.createdBy === createdBy;
}
