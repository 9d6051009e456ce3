import type { RoomId, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** Somebody who is kept out of a room. Why stands beside the log, in the content of the event. */
export interface BanRow {
  roomId: RoomId;
  userId: UserId;
  eventId: number;
  bannedBy: UserId;
  bannedAt: number;
}

export const BanEntity = new EntitySchema<BanRow>({
  name: 'Ban',
  tableName: 'room_bans',
  columns: {
    roomId: { name: 'room_id', type: 'text', primary: true },
    userId: { name: 'user_id', type: 'text', primary: true },
    eventId: { name: 'event_id', type: 'integer' },
    bannedBy: { name: 'banned_by', type: 'text' },
    bannedAt: { name: 'banned_at', type: 'integer' },
  },
});
