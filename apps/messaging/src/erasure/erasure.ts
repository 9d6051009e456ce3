import { messagingEvents, type MsgId, type RoomId, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { membersOf, readersOf, type RoomState } from '../rooms/room';

/** Somebody who deleted their account and wants no word of theirs to stay. */
export interface Erasure {
  readonly userId: UserId;
  /** Up to this event of the log it is done. */
  readonly after: number;
}

/** Something that they wrote, and that is still there. */
export interface Written {
  /** The event that holds it. */
  readonly eventId: number;
  readonly roomId: RoomId;
  /** What they said, or the message of somebody else that they gave a reason for deleting; `null` of any other reason. */
  readonly message: { readonly msgId: MsgId; readonly seq: number } | null;
}

/**
 * What the rooms are told, each of its own messages, and nobody of one they may not see. A deleted room has nobody to hear
 * it, and its words go all the same.
 */
export function eraseWords(
  written: readonly Written[],
  userId: UserId,
  roomOf: (roomId: RoomId) => RoomState,
): readonly Draft[] {
  const told = written.map((words) => ({ ...words, heard: heardBy(roomOf(words.roomId), words) }));
  const groups = Map.groupBy(told, ({ roomId, heard }) => [roomId, ...heard.audience].join());
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
