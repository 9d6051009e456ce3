import { messagingCommands, type Message, type RoomId } from '@devchitchat/contracts';
import type { ApiClient } from './api-client';

/** Reads all messages of a room, page by page. */
export async function wholeRoom(reader: ApiClient, roomId: RoomId): Promise<Message[]> {
  const all: Message[] = [];
  for (;;) {
    const { messages } = await reader.must(messagingCommands.msgList, {
      roomId,
      afterSeq: all.at(-1)?.seq ?? 0,
      limit: 200,
    });
    if (messages.length === 0) return all;
    all.push(...messages);
  }
}
