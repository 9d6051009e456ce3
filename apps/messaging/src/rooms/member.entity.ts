import type { RoomId, RoomRole, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

export interface MemberRow {
  roomId: RoomId;
  userId: UserId;
  role: RoomRole;
  joinedAt: number;
  joinedEventId: number;
  historyStart: number;
  joinedSeq: number;
}

export const MemberEntity = new EntitySchema<MemberRow>({
  name: 'Member',
  tableName: 'room_members',
  columns: {
    roomId: { name: 'room_id', type: 'text', primary: true },
    userId: { name: 'user_id', type: 'text', primary: true },
    role: { type: 'text' },
    joinedAt: { name: 'joined_at', type: 'integer' },
    joinedEventId: { name: 'joined_event_id', type: 'integer' },
    historyStart: { name: 'history_start', type: 'integer', default: 1 },
    joinedSeq: { name: 'joined_seq', type: 'integer', default: 0 },
  },
  indices: [{ name: 'room_members_by_user', columns: ['userId'] }],
});
