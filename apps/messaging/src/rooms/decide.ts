import {
  accepted,
  messagingEvents,
  refused,
  type BodyOf,
  type Reply,
  type RoomId,
  type RoomKind,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { mayBringPeopleIn, noSuchRoom, placeIn, type Place } from './access';
import { membersOf, type Room, type RoomState } from './room';

type WayIn = BodyOf<typeof messagingEvents.memberJoined>['by'];

export type RoomCommand =
  | {
      readonly type: 'create';
      readonly roomId: RoomId;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      /** Another public room goes by this name. */
      readonly nameTaken: boolean;
    }
  | { readonly type: 'join' }
  | { readonly type: 'leave' }
  | { readonly type: 'add'; readonly userId: UserId; /** Somebody of this server. */ readonly known: boolean };

/** What happens when somebody asks for this, or why it does not. No drafts: it is so already. */
export function decide(room: RoomState, command: RoomCommand, by: UserId): Reply<readonly Draft[]> {
  switch (command.type) {
    case 'create':
      return create(command, by);
    case 'join':
      return join(room, by);
    case 'leave':
      return inPlace(room, by, leave);
    case 'add':
      return inPlace(room, by, (place) => add(place, command));
  }
}

/** The server opens the room that everybody is in. */
export const openLobby = (roomId: RoomId, name: string): Draft =>
  draft(messagingEvents.roomCreated, {
    scopeId: roomId,
    body: { roomId, kind: 'public', createdBy: null },
    content: { name, topic: '' },
    audience: 'everyone',
  });

/** Lets somebody in, who may be in already. Whether they may come is decided by who calls. */
export function enter(room: Room, userId: UserId, by: WayIn): readonly Draft[] {
  if (room.members.has(userId)) return [];
  return [
    draft(messagingEvents.memberJoined, {
      scopeId: room.roomId,
      body: { roomId: room.roomId, userId, role: 'member', by },
      content: null,
      audience: [...membersOf(room), userId],
    }),
  ];
}

function inPlace(room: RoomState, by: UserId, act: (place: Place) => Reply<readonly Draft[]>): Reply<readonly Draft[]> {
  const place = placeIn(room, by);
  return place.ok ? act(place.value) : place;
}

function create(
  { roomId, kind, name, topic, nameTaken }: RoomCommand & { type: 'create' },
  by: UserId,
): Reply<readonly Draft[]> {
  if (kind === 'public' && nameTaken) return refused('conflict', 'A public room has this name already.');
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

function join(room: RoomState, by: UserId): Reply<readonly Draft[]> {
  if (!room || (room.kind === 'private' && !room.members.has(by))) return noSuchRoom();
  return accepted(enter(room, by, 'self'));
}

function add(place: Place, { userId, known }: RoomCommand & { type: 'add' }): Reply<readonly Draft[]> {
  if (!mayBringPeopleIn(place)) return refused('forbidden', 'Only the owner and mods add people to a private room.');
  if (!known) return refused('not_found', 'There is no such person.');
  return accepted(enter(place.room, userId, 'member'));
}

function leave({ room, userId, role }: Place): Reply<readonly Draft[]> {
  if (room.lobby) return refused('forbidden', 'Nobody leaves the lobby.');
  const { roomId } = room;
  const staying = membersOf(room).filter((member) => member !== userId);
  const left = draft(messagingEvents.memberLeft, {
    scopeId: roomId,
    body: { roomId, userId },
    content: null,
    audience: [...staying, userId],
  });
  const heir = role === 'owner' ? heirAmong(room, staying) : undefined;
  if (!heir) return accepted([left]);
  const passed = draft(messagingEvents.memberRoleChanged, {
    scopeId: roomId,
    body: { roomId, userId: heir, role: 'owner' },
    content: null,
    audience: staying,
  });
  return accepted([left, passed]);
}

/** The mod of longest standing, else the member of longest standing, else nobody. */
const heirAmong = (room: Room, staying: readonly UserId[]): UserId | undefined =>
  staying.find((userId) => room.members.get(userId)?.role === 'mod') ?? staying[0];
