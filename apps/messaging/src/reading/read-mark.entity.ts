import type { RoomId, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** How far somebody has read in a room, since they came in the last time. State beside the log, and not in it. */
export interface ReadMarkRow {
  userId: UserId;
  roomId: RoomId;
  seq: number;
  /** The membership that it is of; a mark of an earlier one means nothing. */
  joinedEventId: number;
  /** Greater than that of every mark that moved before. */
  revision: number;
}

export const ReadMarkEntity = new EntitySchema<ReadMarkRow>({
  name: 'ReadMark',
  tableName: 'read_marks',
  columns: {
    userId: { name: 'user_id', type: 'text', primary: true },
    roomId: { name: 'room_id', type: 'text', primary: true },
    seq: { type: 'integer' },
    joinedEventId: { name: 'joined_event_id', type: 'integer' },
    revision: { type: 'integer' },
  },
  indices: [
    { name: 'read_marks_by_revision', columns: ['revision'], unique: true },
    { name: 'read_marks_by_room', columns: ['roomId'] },
  ],
});
