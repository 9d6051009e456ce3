import { mayInvite, messagingEvents, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { roleOf } from './access';
import { membersOf, type Room } from './room';

/** An invite stays valid only as long as its creator could create another one. */
export const isStillTheirs = (room: Room, maker: UserId, people: People): boolean =>
  people.isActive(maker) && mayInvite(room, roleOf(room, maker, people));

/** Voids all invites to the room that the user created. */
export const voidLinksOf = (room: Room, createdBy: UserId): Draft =>
  draft(messagingEvents.roomInvitesVoided, {
    scopeId: room.roomId,
    body: { roomId: room.roomId, createdBy },
    content: null,
    audience: membersOf(room),
  });
