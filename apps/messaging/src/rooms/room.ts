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
  /** The event by which this person last joined. */
  readonly joinedEventId: number;
  /** The `seq` of the first message that they may see. */
  readonly historyStart: number;
  /** The room's last `seq` when they joined, 0 before the first message. */
  readonly joinedSeq: number;
}

/** The state from which every decision about a room is made. */
export interface Room extends RoomSettings {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  /** Created by the server itself: has no owner, and cannot be left. */
  readonly lobby: boolean;
  /** Permanently closed and without members. */
  readonly deleted: boolean;
  /** Longest-standing members first. */
  readonly members: ReadonlyMap<UserId, Membership>;
  /** Never contains a member. */
  readonly banned: ReadonlySet<UserId>;
  /** When each mute ends, in milliseconds since 1970. May be in the past, and its person may have left. */
  readonly mutedUntil: ReadonlyMap<UserId, number>;
  /** The `seq` of the last message, 0 before the first. */
  readonly headSeq: number;
  /** Hidden while an import fills it for the first time. */
  readonly hidden: boolean;
  /** Imported messages that were not announced yet. */
  readonly unannounced: number;
}

/** `null` until `room.created`. Commands on it are refused. */
export type RoomState = Room | null;
export const initialState: RoomState = null;

/** The audience of events about the room. */
export const membersOf = (room: Room): UserId[] => [...room.members.keys()];

/**
 * The `seq` of the first message that the user may see; `Infinity` for non-members. Every command that reads, answers
 * or changes messages checks it.
 */
export const historyStartOf = (room: RoomState, userId: UserId): number =>
  room?.members.get(userId)?.historyStart ?? Infinity;

/** The audience of changes to a message. `followers` are all members, set if some of them may not see the message. */
export function readersOf(room: Room, seq: number): { readonly audience: UserId[]; readonly followers?: UserId[] } {
  const followers = membersOf(room);
  const audience = followers.filter((userId) => seq >= historyStartOf(room, userId));
  return audience.length === followers.length ? { audience } : { audience, followers };
}

/** Applies one of the room's own events. */
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
