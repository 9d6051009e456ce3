import type { ServerRole, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** The names are `null` once the account is erased. */
export interface UserRow {
  userId: UserId;
  handle: string | null;
  /** The handle in lower case: it is unique without regard to case. */
  handleKey: string | null;
  displayName: string | null;
  role: ServerRole;
  isBot: boolean;
  active: boolean;
  createdAt: number;
  /** `null` unless an admin keeps the account from being used. */
  disabledAt: number | null;
}

export const UserEntity = new EntitySchema<UserRow>({
  name: 'User',
  tableName: 'users',
  columns: {
    userId: { name: 'user_id', type: 'text', primary: true },
    handle: { type: 'text', nullable: true },
    handleKey: { name: 'handle_key', type: 'text', nullable: true },
    displayName: { name: 'display_name', type: 'text', nullable: true },
    role: { type: 'text' },
    isBot: { name: 'is_bot', type: 'boolean', default: false },
    active: { type: 'boolean', default: true },
    createdAt: { name: 'created_at', type: 'integer' },
    disabledAt: { name: 'disabled_at', type: 'integer', nullable: true },
  },
  indices: [{ name: 'users_by_handle', columns: ['handleKey'], unique: true }],
});
