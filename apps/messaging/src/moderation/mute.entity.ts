import type { RoomId, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** Somebody who may not speak in a room. Why stands beside the log, in the content of the event. */
export interface MuteRow {
  roomId: RoomId;
  userId: UserId;
  eventId: number;
  mutedBy: UserId;
  mutedAt: number;
  mutedUntil: number;
}

export const MuteEntity = new EntitySchema<MuteRow>({
  name: 'Mute',
  tableName: 'room_mutes',
  columns: {
    roomId: { name: 'room_id', type: 'text', primary: true },
    userId: { name: 'user_id', type: 'text', primary: true },
    eventId: { name: 'event_id', type: 'integer' },
    mutedBy: { name: 'muted_by', type: 'text' },
    mutedAt: { name: 'muted_at', type: 'integer' },
    mutedUntil: { name: 'muted_until', type: 'integer' },
  },
});
