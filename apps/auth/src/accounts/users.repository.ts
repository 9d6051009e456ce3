import type { User, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { handleKeyOf } from './user';
import { UserEntity, type UserRow } from './user.entity';

/** What stands in the place of an erased account's names. The handle is a reserved one, so nobody can pose as it. */
const erased = { handle: 'deleteduser', displayName: 'Deleted user' };

const userOf = ({ userId, handle, displayName, role, createdAt }: UserRow): User => ({
  userId,
  handle: handle ?? erased.handle,
  displayName: displayName ?? erased.displayName,
  role,
  createdAt,
});

const columns = `user_id AS userId, handle, handle_key AS handleKey, display_name AS displayName, role,
  created_at AS createdAt`;

@Injectable()
export class UsersRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly dataSource: DataSource,
  ) {
    this.statements = {
      byId: sqlite.prepare<[UserId], UserRow>(`SELECT ${columns} FROM users WHERE user_id = ?`),
      byHandle: sqlite.prepare<[string], UserRow>(`SELECT ${columns} FROM users WHERE handle_key = ?`),
      anybody: sqlite.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM users)').pluck(),
    };
  }

  byId(userId: UserId): User | undefined {
    const row = this.statements.byId.get(userId);
    return row && userOf(row);
  }

  /** Without regard to case. */
  byHandle(handle: string): User | undefined {
    const row = this.statements.byHandle.get(handleKeyOf(handle));
    return row && userOf(row);
  }

  isAnybodyHere(): boolean {
    return this.statements.anybody.get() === 1;
  }

  async all(): Promise<User[]> {
    const rows = await this.dataSource.getRepository(UserEntity).find({ order: { handleKey: 'ASC', userId: 'ASC' } });
    return rows.map(userOf);
  }
}
