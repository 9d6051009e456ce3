import type { Bot, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import type { BotState } from './bot';

/** Bot-specific data; names are in `users`. */
interface BotRow {
  userId: UserId;
  /** The event that created the bot. Lists are ordered by it, since two bots may share a millisecond. */
  eventId: number;
  publicKey: string;
  /** `null` if the operator created it at the terminal. */
  createdBy: UserId | null;
  revokedAt: number | null;
}

type StoredBot = BotRow;

/** A bot with the event that created it, which orders the list. */
interface ListedBot {
  readonly bot: Bot;
  readonly eventId: number;
}

@Injectable()
export class BotsRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly users: UsersRepository,
  ) {
    const columns =
      'user_id AS userId, event_id AS eventId, public_key AS publicKey, created_by AS createdBy, revoked_at AS revokedAt';
    this.statements = {
      byId: sqlite.prepare<[UserId], StoredBot>(`SELECT ${columns} FROM bots WHERE user_id = ?`),
      before: sqlite.prepare<[number, number], StoredBot>(
        `SELECT ${columns} FROM bots WHERE event_id < ? ORDER BY event_id DESC LIMIT ?`,
      ),
      after: sqlite.prepare<[string, number], StoredBot>(
        `SELECT ${columns} FROM bots WHERE user_id > ? ORDER BY user_id LIMIT ?`,
      ),
      revokedKeys: sqlite
        .prepare<[], string>('SELECT public_key FROM bots WHERE revoked_at IS NOT NULL ORDER BY event_id DESC')
        .pluck(),
    };
  }

  byId(userId: UserId): BotState | undefined {
    return this.statements.byId.get(userId);
  }

  /** The first `limit` bots created before an event, newest first, as admins see them. */
  before(eventId: number, limit: number): ListedBot[] {
    return this.statements.before.all(eventId, limit).flatMap(({ userId, createdBy, revokedAt, eventId: at }) => {
      const user = this.users.byId(userId);
      return user ? [{ bot: { user, createdBy, revokedAt }, eventId: at }] : [];
    });
  }

  /** The first `limit` bots after an id, ordered by id. */
  after(userId: UserId | undefined, limit: number): Pick<BotRow, 'userId' | 'revokedAt'>[] {
    return this.statements.after.all(userId ?? '', limit);
  }

  revokedKeys(): string[] {
    return this.statements.revokedKeys.all();
  }
}
