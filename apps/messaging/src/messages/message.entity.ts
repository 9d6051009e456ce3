import type { Message, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** A message but for its words, which stand in `event_contents`. What only few messages have is `null` in all others. */
export interface MessageRow extends Omit<Message, 'text' | 'reactions' | 'deleted' | 'lastEventId'> {
  /** The edit whose words count; those of `eventId` where there was none. */
  wordsEventId: number | null;
  deletedBy: UserId | null;
  deletedEventId: number | null;
  /** The last event about it, where that is not `eventId`. */
  lastEventId: number | null;
}

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
    replyTo: { name: 'reply_to', type: 'integer', nullable: true },
    everyone: { type: 'boolean', default: false },
    revision: { type: 'integer', default: 0 },
    editedAt: { name: 'edited_at', type: 'integer', nullable: true },
    wordsEventId: { name: 'words_event_id', type: 'integer', nullable: true },
    deletedBy: { name: 'deleted_by', type: 'text', nullable: true },
    deletedEventId: { name: 'deleted_event_id', type: 'integer', nullable: true },
    lastEventId: { name: 'last_event_id', type: 'integer', nullable: true },
  },
  indices: [
    { name: 'messages_by_seq', columns: ['roomId', 'seq'], unique: true },
    { name: 'messages_by_client_msg_id', columns: ['roomId', 'userId', 'clientMsgId'], unique: true },
  ],
});
