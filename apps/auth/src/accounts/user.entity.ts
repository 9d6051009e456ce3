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
  createdAt: number;
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
    createdAt: { name: 'created_at', type: 'integer' },
  },
  indices: [{ name: 'users_by_handle', columns: ['handleKey'], unique: true }],
});
