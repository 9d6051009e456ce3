import {
  accepted,
  beginningOf,
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
  /** The room's future owner; `undefined` if the handle is unknown. */
  readonly owner: UserId | undefined;
}

/** Creates the room that an import fills. It has no members, no audience and no claim to its name until the import finishes. */
export function beginRoom(
  room: RoomState,
  { roomId, kind, name, topic, ...rest }: RoomToImport,
): Reply<readonly Draft[]> {
  if (rest.owner === undefined) return refused(reasons.importOwnerUnknown);
  if (room) return room.deleted ? deletedHere() : accepted([]);
  const created = draft(messagingEvents.roomCreated, {
    scopeId: roomId,
    body: { roomId, kind, createdBy: rest.owner, origin: rest.origin },
    content: { name, topic },
    audience: [],
  });
  return accepted([created]);
}

/** The wanted name of a public room, with a number if it is taken: `Help`, `Help-2`, `Help-3` … */
export function freeRoomName(wanted: string, isTaken: (name: string) => boolean): string {
  for (let count = 1; ; count++) {
    const ending = count === 1 ? '' : `-${String(count)}`;
    const name = beginningOf(wanted, limits.roomNameLength - ending.length).trimEnd() + ending;
    if (!isTaken(name)) return name;
  }
}

/** The room that a running import continues to fill. */
export function begunRoom(room: RoomState): Reply<Room> {
  if (!room) return refused(reasons.importNotBegun);
  return room.deleted ? deletedHere() : accepted(room);
}

const deletedHere = () => refused(reasons.importRoomDeleted);

/** The client message id of an imported message: derived from its id in the source, so that repeated imports match. */
export const clientMsgIdOf = (source: ImportSource, id: string): ClientMsgId => `${source}-${id}` as ClientMsgId;

/** A message that was not imported before. It has no audience; `finishRoom` announces all messages together. */
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

/** The reactions within the limits: each person's emoji once, and no more than one message can have. */
export function reactionsThatFit(reactions: ImportedMessage['reactions']): ImportedMessage['reactions'] {
  const emojis = new Set<string>();
  const once = new Set<string>();
  return reactions.filter(({ authorId, emoji }) => {
    if (!emojis.has(emoji) && emojis.size >= limits.emojisPerMessage) return false;
    emojis.add(emoji);
    const key = `${authorId} ${emoji}`;
    return !once.has(key) && once.size < limits.reactionsPerMessage && once.add(key);
  });
}

export const importReaction = (ref: MessageRef, emoji: string): Draft =>
  draft(messagingEvents.reactionAdded, {
    scopeId: ref.roomId,
    body: { ...ref, emoji },
    content: null,
    audience: [],
  });

export const importPin = (ref: MessageRef): Draft =>
  draft(messagingEvents.messagePinned, { scopeId: ref.roomId, body: ref, content: null, audience: [] });

export interface MessageRef {
  readonly roomId: RoomId;
  readonly msgId: MsgId;
  readonly seq: number;
}

/**
 * Ends an import: names a new room and adds its owner, and announces the new messages to the members in one event.
 * `content` has a name that no other public room has.
 */
export function finishRoom(room: Room, owner: UserId, begun: RoomContent, content: RoomContent): readonly Draft[] {
  if (!room.hidden && room.unannounced === 0) return [];
  const { roomId } = room;
  const arrival = room.hidden
    ? [
        ...(content.name === begun.name ? [] : [renamed(roomId, content)]),
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

const renamed = (roomId: RoomId, content: RoomContent): Draft =>
  draft(messagingEvents.roomUpdated, { scopeId: roomId, body: { roomId }, content, audience: [] });
