import type { Bot, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import type { BotState } from './bot';
import type { BotRow } from './bot.entity';

type StoredBot = Omit<BotRow, 'eventId'>;

@Injectable()
export class BotsRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly users: UsersRepository,
  ) {
    const columns = 'user_id AS userId, public_key AS publicKey, created_by AS createdBy, revoked_at AS revokedAt';
    this.statements = {
      byId: sqlite.prepare<[UserId], StoredBot>(`SELECT ${columns} FROM bots WHERE user_id = ?`),
      latest: sqlite.prepare<[], StoredBot>(`SELECT ${columns} FROM bots ORDER BY event_id DESC`),
    };
  }

  byId(userId: UserId): BotState | undefined {
    return this.statements.byId.get(userId);
  }

  /** Latest first, as admins see them. */
  latest(): Bot[] {
    return this.statements.latest.all().flatMap(({ userId, createdBy, revokedAt }) => {
      const user = this.users.byId(userId);
      return user ? [{ user, createdBy, revokedAt }] : [];
    });
  }

  check(): { live: UserId[]; revoked: UserId[] } {
    const bots = this.statements.latest.all();
    const idsOf = (some: StoredBot[]) => some.map(({ userId }) => userId);
    return {
      live: idsOf(bots.filter(({ revokedAt }) => revokedAt === null)),
      revoked: idsOf(bots.filter(({ revokedAt }) => revokedAt !== null)),
    };
  }

  revokedKeys(): string[] {
    return this.statements.latest.all().flatMap(({ publicKey, revokedAt }) => (revokedAt === null ? [] : [publicKey]));
  }
}
