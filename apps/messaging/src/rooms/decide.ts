import {
  accepted,
  isModerator,
  mayInvite,
  messagingEvents,
  messagingReasons as reasons,
  changedSettings,
  refused,
  type BodyOf,
  type EventType,
  type HistoryChoice,
  type NamedRoomKind,
  type Reply,
  type RoomId,
  type SettingsChange,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import {
  bannedHere,
  hasNoOwner,
  historyFor,
  memberOf,
  noSuchRoom,
  actingMemberIn,
  publicHistory,
  type ActingMember,
  type RoomMember,
} from './access';
import { markedForEverybody } from './for-everybody';
import { membersOf, type Room, type RoomState } from './room';
import { heirAmong } from './succession';

type WayIn = BodyOf<typeof messagingEvents.memberJoined>['by'];

/** A room's name and topic. */
export interface RoomContent {
  readonly name: string;
  readonly topic: string;
}

export type RoomCommand =
  | {
      readonly type: 'create';
      readonly roomId: RoomId;
      readonly kind: NamedRoomKind;
      readonly name: string;
      readonly topic: string;
      /** Another public room has this name. */
      readonly nameTaken: boolean;
    }
  | { readonly type: 'join' }
  | {
      readonly type: 'update';
      readonly name: string | undefined;
      readonly topic: string | undefined;
      readonly settings: SettingsChange;
      readonly before: RoomContent;
      /** Another public room has this name. */
      readonly nameTaken: boolean;
    }
  | { readonly type: 'for-everybody'; readonly forEverybody: boolean }
  | { readonly type: 'delete' }
  | { readonly type: 'leave' }
  | {
      readonly type: 'add';
      readonly userId: UserId;
      readonly history: HistoryChoice;
      /** The user has an active account. */
      readonly known: boolean;
    };

/** Decides a command about a room. Accepts without drafts if it changes nothing. */
export function decide(room: RoomState, command: RoomCommand, by: UserId, people: People): Reply<readonly Draft[]> {
  const asMember = (act: (member: ActingMember) => Reply<readonly Draft[]>): Reply<readonly Draft[]> => {
    const member = actingMemberIn(room, by, people);
    return member.ok ? act(member.value) : member;
  };
  switch (command.type) {
    case 'create':
      return create(command, by);
    case 'join':
      return join(room, by, people);
    case 'update':
      return asMember((member) => update(member, command));
    case 'for-everybody':
      return markedForEverybody(room, command.forEverybody, by, people);
    case 'delete':
      return asMember(remove);
    case 'leave':
      return asMember((member) => leave(member, people));
    case 'add':
      return asMember((member) => add(member, command));
  }
}

/** Creates the lobby, the room of the server itself. */
export const openLobby = (roomId: RoomId, name: string): Draft =>
  draft(messagingEvents.roomCreated, {
    scopeId: roomId,
    body: { roomId, kind: 'public', createdBy: null },
    content: { name, topic: '' },
    audience: 'everyone',
  });

/**
 * Adds a person, who may already be a member. The caller decides whether they may join and where their history starts.
 */
export function enter(room: Room, userId: UserId, by: WayIn, historyStart = 1): readonly Draft[] {
  if (room.members.has(userId)) return [];
  return [
    draft(messagingEvents.memberJoined, {
      scopeId: room.roomId,
      body: {
        roomId: room.roomId,
        userId,
        role: 'member',
        by,
        ...(historyStart > 1 && { historyStart }),
        ...(room.headSeq > 0 && { headSeq: room.headSeq }),
      },
      content: null,
      audience: [...membersOf(room), userId],
    }),
  ];
}

function create(
  { roomId, kind, name, topic, nameTaken }: RoomCommand & { type: 'create' },
  by: UserId,
): Reply<readonly Draft[]> {
  if (kind === 'public' && nameTaken) return refused(reasons.roomNameTaken);
  return accepted([
    draft(messagingEvents.roomCreated, {
      scopeId: roomId,
      body: { roomId, kind, createdBy: by },
      content: { name, topic },
      audience: kind === 'public' ? 'everyone' : [by],
    }),
    draft(messagingEvents.memberJoined, {
      scopeId: roomId,
      body: { roomId, userId: by, role: 'owner', by: 'founding' },
      content: null,
      audience: [by],
    }),
  ]);
}

function join(room: RoomState, by: UserId, people: People): Reply<readonly Draft[]> {
  if (!room || room.deleted || room.hidden || (room.kind !== 'public' && !room.members.has(by))) return noSuchRoom();
  if (!room.banned.has(by)) return accepted(enter(room, by, 'self'));
  // In a room without an owner, bans by an earlier owner do not keep out the admins who govern it now.
  if (!hasNoOwner(room) || !people.isAdmin(by)) return bannedHere();
  return accepted([unbanned(room, by), ...enter(room, by, 'self')]);
}

export const unbanned = (room: Room, userId: UserId): Draft =>
  draft(messagingEvents.memberUnbanned, {
    scopeId: room.roomId,
    body: { roomId: room.roomId, userId },
    content: null,
    audience: membersOf(room),
  });

function update(
  { room, role }: ActingMember,
  { name, topic, settings, before, nameTaken }: RoomCommand & { type: 'update' },
): Reply<readonly Draft[]> {
  if (room.kind === 'direct') return refused(reasons.directName);
  if (!isModerator(role)) return refused(reasons.roomModeratorsOnly);
  if (room.lobby && name !== undefined && name !== before.name) return refused(reasons.lobbyName);
  if (room.kind === 'public' && nameTaken) return refused(reasons.roomNameTaken);
  const after = { name: name ?? before.name, topic: topic ?? before.topic };
  const changes = changedSettings(room, settings);
  const changed = (['name', 'topic'] as const).filter((what) => after[what] !== before[what]);
  return accepted([
    ...(changed.length > 0 ? [roomEvent(room, messagingEvents.roomUpdated, { changed }, after)] : []),
    ...(changes ? [roomEvent(room, messagingEvents.roomSettingsChanged, changes, null)] : []),
  ]);
}

/** An event about the room as a whole, for all its members. */
const roomEvent = (room: Room, type: EventType, body: object, content: RoomContent | null): Draft =>
  draft(type, { scopeId: room.roomId, body: { roomId: room.roomId, ...body }, content, audience: membersOf(room) });

/** Deletes the room: announces it, and removes every member with the same event type as any other departure. */
function remove({ room, role }: ActingMember): Reply<readonly Draft[]> {
  if (room.kind === 'direct') return refused(reasons.directDeleting);
  if (role !== 'owner' || room.lobby) return refused(reasons.roomOwnerOnly);
  const { roomId } = room;
  const members = membersOf(room);
  const deleted = draft(messagingEvents.roomDeleted, {
    scopeId: roomId,
    body: { roomId },
    content: null,
    audience: members,
  });
  const departures = members.map((userId) =>
    draft(messagingEvents.memberLeft, { scopeId: roomId, body: { roomId, userId }, content: null, audience: [userId] }),
  );
  return accepted([deleted, ...departures]);
}

function add(member: ActingMember, { userId, history, known }: RoomCommand & { type: 'add' }): Reply<readonly Draft[]> {
  if (member.room.kind === 'direct') return refused(reasons.directAdding);
  if (!mayInvite(member.room, member.role)) return refused(reasons.roomAddingRestricted);
  if (!known) return refused(reasons.personUnknown);
  if (member.room.banned.has(userId)) return refused(reasons.memberBanned);
  if (member.room.kind === 'public' && history === 'from_now') return publicHistory();
  return accepted(enter(member.room, userId, 'member', historyFor(member, history)));
}

function leave(member: RoomMember, people: People): Reply<readonly Draft[]> {
  if (member.room.lobby) return refused(reasons.lobbyLeaving);
  if (member.room.kind === 'direct') return refused(reasons.directLeaving);
  return accepted(removeMember(member, people));
}

/** Removes a person who is no longer on this server from a room, even from the lobby. */
export function depart(room: RoomState, userId: UserId, people: People): readonly Draft[] {
  const member = memberOf(room, userId);
  return member.ok ? removeMember(member.value, people) : [];
}

/** Removes a member. A real owner's room gets a successor; an admin who only acted as the owner needs none. */
function removeMember({ room, userId }: RoomMember, people: People): readonly Draft[] {
  const { roomId } = room;
  const staying = membersOf(room).filter((member) => member !== userId);
  const left = draft(messagingEvents.memberLeft, {
    scopeId: roomId,
    body: { roomId, userId },
    content: null,
    audience: [...staying, userId],
  });
  const isOwner = room.members.get(userId)?.role === 'owner';
  const heir = isOwner ? heirAmong(room, staying, people) : undefined;
  if (!heir) return [left];
  const passed = draft(messagingEvents.memberRoleChanged, {
    scopeId: roomId,
    body: { roomId, userId: heir, role: 'owner' },
    content: null,
    audience: staying,
  });
  return [left, passed];
}
