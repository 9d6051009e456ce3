import {
  departureOf,
  isEvent,
  messagingEvents,
  type AnyEvent,
  type RoomId,
  type RoomKind,
  type RoomRole,
  type RoomSettings,
  settingsAfter,
  type UserId,
  usualSettings,
} from '@devchitchat/contracts';

export interface Membership {
  readonly role: RoomRole;
  readonly joinedAt: number;
  /** The event by which this person came in, the last time they did. */
  readonly joinedEventId: number;
  /** The place of the first message that they may see. */
  readonly historyStart: number;
  /** The room's last message then, 0 before the first. */
  readonly joinedSeq: number;
}

/** What every decision about a room is made from. */
export interface Room extends RoomSettings {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  /** The room that the server itself made: nobody owns it and nobody leaves it. */
  readonly lobby: boolean;
  /** Closed for good, and nobody is in it. */
  readonly deleted: boolean;
  /** Whoever has been here longest comes first. */
  readonly members: ReadonlyMap<UserId, Membership>;
  /** Whom nothing lets in. None of them is a member. */
  readonly banned: ReadonlySet<UserId>;
  /** Until when somebody may not speak. It may be past, and they may have left. */
  readonly mutedUntil: ReadonlyMap<UserId, number>;
  /** The last message, 0 before the first. */
  readonly headSeq: number;
  /** An import fills it, and it is not to be seen before it is whole. */
  readonly hidden: boolean;
  /** Messages that an import brought and nobody was told of yet. */
  readonly unannounced: number;
}

/** Before its `room.created` there is no room, and nothing can be done in it. */
export type RoomState = Room | null;
export const initialState: RoomState = null;

/** Whoever hears what happens in the room. */
export const membersOf = (room: Room): UserId[] => [...room.members.keys()];

/**
 * The place of the first message of the room that somebody may see: the one question of everything that reads, answers or
 * changes what was said. Whoever is not in the room sees nothing.
 */
export const historyStartOf = (room: RoomState, userId: UserId): number =>
  room?.members.get(userId)?.historyStart ?? Infinity;

/** Whoever hears what becomes of a message; with everybody else in the room, where some may not see it. */
export function readersOf(room: Room, seq: number): { readonly audience: UserId[]; readonly followers?: UserId[] } {
  const followers = membersOf(room);
  const audience = followers.filter((userId) => seq >= historyStartOf(room, userId));
  return audience.length === followers.length ? { audience } : { audience, followers };
}

/** The room after an event of its own. */
export function evolve(room: RoomState, event: AnyEvent): RoomState {
  if (isEvent(messagingEvents.roomCreated, event)) {
    const { roomId, kind, createdBy, origin } = event.body;
    return {
      roomId,
      kind,
      lobby: createdBy === null,
      deleted: false,
      ...usualSettings,
      members: new Map(),
      banned: new Set(),
      mutedUntil: new Map(),
      headSeq: 0,
      hidden: origin !== undefined,
      unannounced: 0,
    };
  }
  if (!room) return room;
  if (isEvent(messagingEvents.messageSent, event)) {
    const { seq, imported } = event.body;
    return { ...room, headSeq: seq, unannounced: room.unannounced + (imported ? 1 : 0) };
  }
  if (isEvent(messagingEvents.roomImported, event)) return { ...room, hidden: false, unannounced: 0 };
  if (isEvent(messagingEvents.roomSettingsChanged, event)) {
    return { ...room, ...settingsAfter(room, event.body) };
  }
  if (isEvent(messagingEvents.roomDeleted, event)) return { ...room, deleted: true };
  return {
    ...room,
    members: evolveMembers(room.members, event),
    banned: evolveBanned(room.banned, event),
    mutedUntil: evolveMuted(room.mutedUntil, event),
  };
}

function evolveMembers(members: Room['members'], event: AnyEvent): Room['members'] {
  if (isEvent(messagingEvents.memberJoined, event)) {
    const { userId, role, historyStart = 1, headSeq: joinedSeq = 0 } = event.body;
    const membership = { role, joinedAt: event.ts, joinedEventId: event.eventId, historyStart, joinedSeq };
    return new Map(members).set(userId, membership);
  }
  const gone = departureOf(event);
  if (gone) {
    const staying = new Map(members);
    staying.delete(gone.userId);
    return staying;
  }
  if (isEvent(messagingEvents.memberRoleChanged, event)) {
    const { userId, role } = event.body;
    const member = members.get(userId);
    return member ? new Map(members).set(userId, { ...member, role }) : members;
  }
  return members;
}

function evolveBanned(banned: Room['banned'], event: AnyEvent): Room['banned'] {
  if (isEvent(messagingEvents.memberBanned, event)) return new Set(banned).add(event.body.userId);
  if (!isEvent(messagingEvents.memberUnbanned, event)) return banned;
  const still = new Set(banned);
  still.delete(event.body.userId);
  return still;
}

function evolveMuted(muted: Room['mutedUntil'], event: AnyEvent): Room['mutedUntil'] {
  if (isEvent(messagingEvents.memberMuted, event)) return new Map(muted).set(event.body.userId, event.body.until);
  if (!isEvent(messagingEvents.memberUnmuted, event)) return muted;
  const still = new Map(muted);
  still.delete(event.body.userId);
  return still;
}
