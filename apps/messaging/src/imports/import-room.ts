import {
  accepted,
  limits,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type ClientMsgId,
  type ImportedMessage,
  type ImportSource,
  type MsgId,
  type Reply,
  type RoomId,
  type RoomKind,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { membersOf, type Room, type RoomState } from '../rooms/room';
import type { RoomContent } from '../rooms/decide';

export interface RoomToImport extends RoomContent {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  readonly origin: { readonly source: ImportSource; readonly id: string };
  /** Whose room it becomes; `undefined` where there is nobody of that name. */
  readonly owner: UserId | undefined;
  /** Another public room goes by this name. */
  readonly nameTaken: boolean;
}

/** Opens the room that an import fills. Nobody hears of it, or is in it, before it is whole. */
export function beginRoom(
  room: RoomState,
  { roomId, kind, name, topic, ...rest }: RoomToImport,
): Reply<readonly Draft[]> {
  if (room) return room.deleted ? deletedHere() : accepted([]);
  if (rest.owner === undefined) return refused(reasons.importOwnerUnknown);
  if (kind === 'public' && rest.nameTaken) return refused(reasons.roomNameTaken);
  const created = draft(messagingEvents.roomCreated, {
    scopeId: roomId,
    body: { roomId, kind, createdBy: rest.owner, origin: rest.origin },
    content: { name, topic },
    audience: [],
  });
  return accepted([created]);
}

/** The room that an import goes on with. */
export function begunRoom(room: RoomState): Reply<Room> {
  if (!room) return refused(reasons.importNotBegun);
  return room.deleted ? deletedHere() : accepted(room);
}

const deletedHere = () => refused(reasons.importRoomDeleted);

/** What the client that said it would have called it, had it been said here: the same every time it comes. */
export const clientMsgIdOf = (source: ImportSource, id: string): ClientMsgId => `${source}-${id}` as ClientMsgId;

/** A message that is not here yet. Nobody hears of it by itself: whoever is in the room is told of all together. */
export const importMessage = (
  { roomId, headSeq }: Room,
  { text, saidAt, editedAt }: ImportedMessage,
  ids: { readonly msgId: MsgId; readonly clientMsgId: ClientMsgId; readonly replyTo: number | undefined },
): Draft<typeof messagingEvents.messageSent> =>
  draft(messagingEvents.messageSent, {
    scopeId: roomId,
    body: {
      roomId,
      msgId: ids.msgId,
      seq: headSeq + 1,
      clientMsgId: ids.clientMsgId,
      ...(ids.replyTo !== undefined && { replyTo: ids.replyTo }),
      imported: { saidAt, ...(editedAt !== undefined && { editedAt }) },
    },
    content: { text },
    audience: [],
  });

/** The reactions that fit: each person's emoji once, and no more different ones than people here could put. */
export function reactionsThatFit(reactions: ImportedMessage['reactions']): ImportedMessage['reactions'] {
  const emojis = new Set<string>();
  const once = new Set<string>();
  return reactions.filter(({ authorId, emoji }) => {
    if (!emojis.has(emoji) && emojis.size >= limits.emojisPerMessage) return false;
    emojis.add(emoji);
    const key = `${authorId} ${emoji}`;
    return !once.has(key) && once.add(key);
  });
}

export const importReaction = (place: MessagePlace, emoji: string): Draft =>
  draft(messagingEvents.reactionAdded, {
    scopeId: place.roomId,
    body: { ...place, emoji },
    content: null,
    audience: [],
  });

export const importPin = (place: MessagePlace): Draft =>
  draft(messagingEvents.messagePinned, { scopeId: place.roomId, body: place, content: null, audience: [] });

export interface MessagePlace {
  readonly roomId: RoomId;
  readonly msgId: MsgId;
  readonly seq: number;
}

/** The room is whole: its owner is in it, and whoever is learns in one event that there is more. */
export function finishRoom(room: Room, owner: UserId): readonly Draft[] {
  if (!room.hidden && room.unannounced === 0) return [];
  const { roomId } = room;
  const arrival = room.hidden
    ? [
        draft(messagingEvents.memberJoined, {
          scopeId: roomId,
          body: { roomId, userId: owner, role: 'owner', by: 'founding', headSeq: room.headSeq },
          content: null,
          audience: [owner],
        }),
      ]
    : [];
  const whole = draft(messagingEvents.roomImported, {
    scopeId: roomId,
    body: { roomId, messages: room.unannounced },
    content: null,
    audience: room.hidden ? [owner] : membersOf(room),
  });
  return [...arrival, whole];
}
