import type { ServerRole, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** Somebody of this server, as auth's log tells. The names are `null` once the account is erased. */
export interface PersonRow {
  userId: UserId;
  handle: string | null;
  displayName: string | null;
  role: ServerRole;
  /** False once a bot is revoked or an account deleted, and while one is disabled. */
  active: boolean;
  /** A program that an admin let in. */
  isBot: boolean;
}

export const PersonEntity = new EntitySchema<PersonRow>({
  name: 'Person',
  tableName: 'people',
  columns: {
    userId: { name: 'user_id', type: 'text', primary: true },
    handle: { type: 'text', nullable: true },
    displayName: { name: 'display_name', type: 'text', nullable: true },
    role: { type: 'text' },
    active: { type: 'boolean', default: true },
    isBot: { name: 'is_bot', type: 'boolean', default: false },
  },
});
