import type { Message } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** A message but for its words, which stand in `event_contents` by `eventId`. */
export type MessageRow = Omit<Message, 'text'>;

export const MessageEntity = new EntitySchema<MessageRow>({
  name: 'Message',
  tableName: 'messages',
  columns: {
    msgId: { name: 'msg_id', type: 'integer', primary: true },
    roomId: { name: 'room_id', type: 'text' },
    seq: { type: 'integer' },
    eventId: { name: 'event_id', type: 'integer' },
    userId: { name: 'user_id', type: 'text' },
    ts: { type: 'integer' },
    clientMsgId: { name: 'client_msg_id', type: 'text' },
  },
  indices: [
    { name: 'messages_by_seq', columns: ['roomId', 'seq'], unique: true },
    { name: 'messages_by_client_msg_id', columns: ['roomId', 'userId', 'clientMsgId'], unique: true },
  ],
});
