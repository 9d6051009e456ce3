import type { Room } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** The name is empty once erased. */
export interface RoomRow extends Room {
  /** `nameKey` of a public room, `null` of a private or deleted one. */
  publicNameKey: string | null;
  deletedAt: number | null;
  /** True while an import fills the room for the first time. */
  hidden: boolean;
  /** Imported messages that were not announced to the members yet. */
  unannounced: number;
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
    deletedAt: { name: 'deleted_at', type: 'integer', nullable: true },
    hidden: { type: 'boolean', default: false },
    unannounced: { type: 'integer', default: 0 },
    slowModeSeconds: { name: 'slow_mode_seconds', type: 'integer', default: 0 },
    everyoneBy: { name: 'everyone_by', type: 'text', default: 'moderators' },
    forEverybody: { name: 'for_everybody', type: 'boolean', default: false },
    createdBy: { name: 'created_by', type: 'text', nullable: true },
    createdAt: { name: 'created_at', type: 'integer' },
  },
  indices: [{ name: 'rooms_by_public_name', columns: ['publicNameKey'], unique: true }],
});
