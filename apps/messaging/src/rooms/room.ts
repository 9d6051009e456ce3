import {
  isEvent,
  messagingEvents,
  type AnyEvent,
  type RoomId,
  type RoomKind,
  type RoomRole,
  type UserId,
} from '@devchitchat/contracts';

export interface Membership {
  readonly role: RoomRole;
  readonly joinedAt: number;
  /** The event by which this person came in, the last time they did. */
  readonly joinedEventId: number;
}

/** What every decision about a room is made from. */
export interface Room {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  /** The room that the server itself made: nobody owns it and nobody leaves it. */
  readonly lobby: boolean;
  /** Whoever has been here longest comes first. */
  readonly members: ReadonlyMap<UserId, Membership>;
  /** The last message, 0 before the first. */
  readonly headSeq: number;
}

/** Before its `room.created` there is no room, and nothing can be done in it. */
export type RoomState = Room | null;
export const initialState: RoomState = null;

/** Whoever hears what happens in the room. */
export const membersOf = (room: Room): UserId[] => [...room.members.keys()];

/** The room after an event of its own. */
export function evolve(room: RoomState, event: AnyEvent): RoomState {
  if (isEvent(messagingEvents.roomCreated, event)) {
    const { roomId, kind, createdBy } = event.body;
    return { roomId, kind, lobby: createdBy === null, members: new Map(), headSeq: 0 };
  }
  if (!room) return room;
  if (isEvent(messagingEvents.messageSent, event)) return { ...room, headSeq: event.body.seq };
  return { ...room, members: evolveMembers(room.members, event) };
}

function evolveMembers(members: Room['members'], event: AnyEvent): Room['members'] {
  if (isEvent(messagingEvents.memberJoined, event)) {
    const { userId, role } = event.body;
    return new Map(members).set(userId, { role, joinedAt: event.ts, joinedEventId: event.eventId });
  }
  if (isEvent(messagingEvents.memberLeft, event)) {
    const staying = new Map(members);
    staying.delete(event.body.userId);
    return staying;
  }
  if (isEvent(messagingEvents.memberRoleChanged, event)) {
    const { userId, role } = event.body;
    const member = members.get(userId);
    return member ? new Map(members).set(userId, { ...member, role }) : members;
  }
  return members;
}
