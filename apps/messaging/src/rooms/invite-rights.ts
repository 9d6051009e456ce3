import { mayBringPeopleIn, messagingEvents, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { roleOf } from './access';
import { membersOf, type Room } from './room';

/** A link lives no longer than the right to make it: its maker might make another one now. */
export const isStillTheirs = (room: Room, maker: UserId, people: People): boolean =>
  people.isActive(maker) && mayBringPeopleIn(room, roleOf(room, maker, people));

/** Every link into the room that somebody made is void. */
export const voidLinksOf = (room: Room, createdBy: UserId): Draft =>
  draft(messagingEvents.roomInvitesVoided, {
    scopeId: room.roomId,
    body: { roomId: room.roomId, createdBy },
    content: null,
    audience: membersOf(room),
  });
