import { deletedUser, type Actor, type ServerRole, type User, type UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite, type CurrentActors } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { handleKeyOf, type ListedUser } from './user';

/** The names are `null` once the account is erased. */
interface UserRow {
  userId: UserId;
  handle: string | null;
  /** The handle in lower case; unique. */
  handleKey: string | null;
  displayName: string | null;
  role: ServerRole;
  isBot: boolean;
  active: boolean;
  createdAt: number;
  /** Milliseconds since 1970; `null` unless an admin disabled the account. */
  disabledAt: number | null;
  picture: string | null;
  tone: number | null;
  bio: string | null;
  pronouns: string | null;
}

/** The row as SQLite stores it, which has no booleans. */
type StoredUser = Omit<UserRow, 'isBot' | 'active'> & { isBot: 0 | 1; active: 0 | 1 };

const userOf = (row: StoredUser): User => ({
  userId: row.userId,
  handle: row.handle ?? deletedUser.handle,
  displayName: row.displayName ?? deletedUser.displayName,
  role: row.role,
  isBot: Boolean(row.isBot),
  active: Boolean(row.active),
  ...(row.disabledAt !== null && { disabled: true }),
  ...(row.picture !== null && { picture: row.picture }),
  ...(row.tone !== null && { tone: row.tone }),
  ...(row.bio !== null && { bio: row.bio }),
  ...(row.pronouns !== null && { pronouns: row.pronouns }),
  createdAt: row.createdAt,
});

const columns = `user_id AS userId, handle, handle_key AS handleKey, display_name AS displayName, role,
  is_bot AS isBot, active, created_at AS createdAt, disabled_at AS disabledAt,
  picture, tone, bio, pronouns`;

@Injectable()
export class UsersRepository implements CurrentActors {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      byId: sqlite.prepare<[UserId], StoredUser>(`SELECT ${columns} FROM users WHERE user_id = ?`),
      byHandle: sqlite.prepare<[string], StoredUser>(`SELECT ${columns} FROM users WHERE handle_key = ?`),
      otherAdmins: sqlite
        .prepare<[UserId], number>("SELECT count(*) FROM users WHERE role = 'admin' AND active AND user_id <> ?")
        .pluck(),
      admins: sqlite.prepare<[], UserId>("SELECT user_id FROM users WHERE role = 'admin' AND active").pluck(),
      people: sqlite.prepare<[], StoredUser>(
        `SELECT ${columns} FROM users WHERE NOT is_bot AND handle_key IS NOT NULL ORDER BY handle_key`,
      ),
      after: sqlite.prepare<[string, number], StoredUser>(
        `SELECT ${columns} FROM users WHERE user_id > ? ORDER BY user_id LIMIT ?`,
      ),
      anybody: sqlite.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM users)').pluck(),
    };
  }

  byId(userId: UserId): User | undefined {
    const row = this.statements.byId.get(userId);
    return row && userOf(row);
  }

  /** The actor with their current role. Without an active account it is `member`. */
  asOfNow(actor: Actor): Actor {
    const user = this.byId(actor.userId);
    return { ...actor, role: user?.active ? user.role : 'member' };
  }

  /** Whether the user is an admin with an active account. */
  isAdmin(userId: UserId): boolean {
    const user = this.byId(userId);
    return user !== undefined && user.active && user.role === 'admin';
  }

  /** All admins with an active account. */
  admins(): UserId[] {
    return this.statements.admins.all();
  }

  /** People ordered by handle, without bots and deleted accounts. */
  people(): ListedUser[] {
    return this.statements.people.all().map((row) => ({ user: userOf(row), disabledAt: row.disabledAt }));
  }

  /** Ignores case. */
  byHandle(handle: string): User | undefined {
    const row = this.statements.byHandle.get(handleKeyOf(handle));
    return row && userOf(row);
  }

  /** Whether the user is an admin and no other admin could sign in. */
  isLastAdmin({ userId, role }: Pick<User, 'userId' | 'role'>): boolean {
    return role === 'admin' && this.statements.otherAdmins.get(userId) === 0;
  }

  isAnybodyHere(): boolean {
    return this.statements.anybody.get() === 1;
  }

  /** The first `limit` users after an id, ordered by id, including deleted accounts. */
  after(userId: UserId | undefined, limit: number): User[] {
    return this.statements.after.all(userId ?? '', limit).map(userOf);
  }
}
