import type { Bot, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import type { BotState } from './bot';

/** What is special about a bot; its names are in `users`. */
interface BotRow {
  userId: UserId;
  /** The event that made it; bots are listed by it, since two may be of one millisecond. */
  eventId: number;
  publicKey: string;
  /** `null` where it was made at the terminal. */
  createdBy: UserId | null;
  revokedAt: number | null;
}

type StoredBot = BotRow;

/** A bot and the event that made it, by which the list is ordered. */
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

  /** The first `limit` made before an event, latest first, as admins see them. */
  before(eventId: number, limit: number): ListedBot[] {
    return this.statements.before.all(eventId, limit).flatMap(({ userId, createdBy, revokedAt, eventId: at }) => {
      const user = this.users.byId(userId);
      return user ? [{ bot: { user, createdBy, revokedAt }, eventId: at }] : [];
    });
  }

  /** The first `limit` after an id, by their ids. */
  after(userId: UserId | undefined, limit: number): Pick<BotRow, 'userId' | 'revokedAt'>[] {
    return this.statements.after.all(userId ?? '', limit);
  }

  revokedKeys(): string[] {
    return this.statements.revokedKeys.all();
  }
}
