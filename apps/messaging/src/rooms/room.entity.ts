import type { Room } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** The name is empty once erased. */
export interface RoomRow extends Room {
  /** `nameKey` of a public room, `null` of a private one. */
  publicNameKey: string | null;
}

export const RoomEntity = new EntitySchema<RoomRow>({
  name: 'Room',
  tableName: 'rooms',
  columns: {
    roomId: { name: 'room_id', type: 'text', primary: true },
    kind: { type: 'text' },
    name: { type: 'text' },
    publicNameKey: { name: 'public_name_key', type: 'text', nullable: true },
    topic: { type: 'text' },
    createdBy: { name: 'created_by', type: 'text', nullable: true },
    createdAt: { name: 'created_at', type: 'integer' },
  },
  indices: [{ name: 'rooms_by_public_name', columns: ['publicNameKey'], unique: true }],
});
