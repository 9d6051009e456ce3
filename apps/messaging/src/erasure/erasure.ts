import { messagingEvents, type MsgId, type RoomId, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { membersOf, readersOf, type RoomState } from '../rooms/room';

/** The pending erasure of a deleted account whose person chose to erase their texts. */
export interface Erasure {
  readonly userId: UserId;
  /** The last event of the log that is done. */
  readonly after: number;
}

/** A text of the person's that is not erased yet. */
export interface Written {
  /** The event that holds it. */
  readonly eventId: number;
  readonly roomId: RoomId;
  /** The message they sent, or the message whose deletion they gave this reason for; `null` for any other reason. */
  readonly message: { readonly msgId: MsgId; readonly seq: number } | null;
}

/**
 * The events that announce erased texts: one per room and audience, sent only to members who may see the messages. A
 * deleted room has no audience, and its texts are erased all the same.
 */
export function eraseTexts(
  written: readonly Written[],
  userId: UserId,
  roomOf: (roomId: RoomId) => RoomState,
): readonly Draft[] {
  const addressed = written.map((text) => ({ ...text, heard: heardBy(roomOf(text.roomId), text) }));
  const groups = Map.groupBy(addressed, ({ roomId, heard }) => [roomId, ...heard.audience].join());
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { roomId, heard } = first;
    const messages = [first, ...others].flatMap(({ message }) => message ?? []);
    return draft(messagingEvents.wordsErased, {
      scopeId: roomId,
      body: { roomId, userId, messages },
      content: null,
      ...heard,
    });
  });
}

function heardBy(room: RoomState, { message }: Written): ReturnType<typeof readersOf> {
  if (!room) return { audience: [] };
  return message ? readersOf(room, message.seq) : { audience: membersOf(room) };
}
