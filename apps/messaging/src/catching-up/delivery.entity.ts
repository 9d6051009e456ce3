import type { RoomId, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** How far a room's messages have reached a person. Soft state: it may fall behind, and it is not in the log. */
export interface DeliveryRow {
  userId: UserId;
  roomId: RoomId;
  /** Every message up to this `seq` has arrived. */
  afterSeq: number;
  lastDeliveredAt: number;
}

export const DeliveryEntity = new EntitySchema<DeliveryRow>({
  name: 'Delivery',
  tableName: 'deliveries',
  columns: {
    userId: { name: 'user_id', type: 'text', primary: true },
    roomId: { name: 'room_id', type: 'text', primary: true },
    afterSeq: { name: 'after_seq', type: 'integer' },
    lastDeliveredAt: { name: 'last_delivered_at', type: 'integer' },
  },
});
