import type { ServerRole, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { People } from './people';

/** A user of this server, according to auth's log. The names are `null` once the account is erased. */
interface PersonRow {
  userId: UserId;
  handle: string | null;
  displayName: string | null;
  role: ServerRole;
  /** False for a revoked bot, a deleted account and a disabled account. */
  active: boolean;
  /** Created by an admin as a bot. */
  isBot: boolean;
}

/** Facts about people, followed event by event in auth's log. Writes only inside GroupCommit. */
@Injectable()
export class PeopleRepository implements People {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      active: sqlite
        .prepare<[UserId], number>('SELECT EXISTS (SELECT 1 FROM people WHERE user_id = ? AND active)')
        .pluck(),
      known: sqlite
        .prepare<[UserId], number>('SELECT EXISTS (SELECT 1 FROM people WHERE user_id = ? AND handle IS NOT NULL)')
        .pluck(),
      admin: sqlite
        .prepare<[UserId], number>(
          "SELECT EXISTS (SELECT 1 FROM people WHERE user_id = ? AND active AND role = 'admin')",
        )
        .pluck(),
      bot: sqlite.prepare<[UserId], 0 | 1>('SELECT is_bot FROM people WHERE user_id = ?').pluck(),
      byHandle: sqlite.prepare<[string], UserId>('SELECT user_id FROM people WHERE lower(handle) = lower(?)').pluck(),
      handle: sqlite.prepare<[UserId], string | null>('SELECT handle FROM people WHERE user_id = ?').pluck(),
      displayName: sqlite.prepare<[UserId], string | null>('SELECT display_name FROM people WHERE user_id = ?').pluck(),
      register: sqlite.prepare(
        'INSERT OR REPLACE INTO people (user_id, handle, display_name, role, is_bot) VALUES (?, ?, ?, ?, ?)',
      ),
      deactivate: sqlite.prepare('UPDATE people SET active = 0 WHERE user_id = ?'),
      activate: sqlite.prepare('UPDATE people SET active = 1 WHERE user_id = ?'),
      forget: sqlite.prepare('UPDATE people SET handle = NULL, display_name = NULL, active = 0 WHERE user_id = ?'),
      changeRole: sqlite.prepare('UPDATE people SET role = ? WHERE user_id = ?'),
      rename: sqlite.prepare('UPDATE people SET display_name = ? WHERE user_id = ?'),
    };
  }

  /** Whether the user exists and can be added to a room. */
  isActive(userId: UserId): boolean {
    return this.statements.active.get(userId) === 1;
  }

  /** Whether the user exists, even if their account is disabled. */
  isKnown(userId: UserId): boolean {
    return this.isActive(userId) || this.statements.known.get(userId) === 1;
  }

  /** Whether the user is an admin with an active account. */
  isAdmin(userId: UserId): boolean {
    return this.statements.admin.get(userId) === 1;
  }

  isBot(userId: UserId): boolean {
    return this.statements.bot.get(userId) === 1;
  }

  /** Ignores case and includes deleted accounts. */
  byHandle(handle: string): UserId | undefined {
    return this.statements.byHandle.get(handle);
  }

  /** The handle for mentions; `null` if the account is erased or the id is unknown. */
  handleOf(userId: UserId): string | null {
    return this.statements.handle.get(userId) ?? null;
  }

  /** `null` if the account is erased or the id is unknown. */
  displayNameOf(userId: UserId): string | null {
    return this.statements.displayName.get(userId) ?? null;
  }

  register({ userId, handle, displayName, role, isBot }: Omit<PersonRow, 'active'>): void {
    this.statements.register.run(userId, handle, displayName, role, isBot ? 1 : 0);
  }

  deactivate(userId: UserId): void {
    this.statements.deactivate.run(userId);
  }

  activate(userId: UserId): void {
    this.statements.activate.run(userId);
  }

  /** Removes the names of a deleted account. */
  forget(userId: UserId): void {
    this.statements.forget.run(userId);
  }

  changeRole(userId: UserId, role: ServerRole): void {
    this.statements.changeRole.run(role, userId);
  }

  rename(userId: UserId, displayName: string | null): void {
    this.statements.rename.run(displayName, userId);
  }
}
