import type { UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** What is special about a bot; its names are in `users`. */
export interface BotRow {
  userId: UserId;
  /** The event that made it; bots are listed by it, since two may be of one millisecond. */
  eventId: number;
  publicKey: string;
  /** `null` where it was made at the terminal. */
  createdBy: UserId | null;
  revokedAt: number | null;
}

export const BotEntity = new EntitySchema<BotRow>({
  name: 'Bot',
  tableName: 'bots',
  columns: {
    userId: { name: 'user_id', type: 'text', primary: true },
    eventId: { name: 'event_id', type: 'integer' },
    publicKey: { name: 'public_key', type: 'text' },
    createdBy: { name: 'created_by', type: 'text', nullable: true },
    revokedAt: { name: 'revoked_at', type: 'integer', nullable: true },
  },
});
