import type { UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** Password hashes. Writes only inside GroupCommit. */
@Injectable()
export class PasswordsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      hashOf: sqlite.prepare<[UserId], string>('SELECT hash FROM passwords WHERE user_id = ?').pluck(),
      keep: sqlite.prepare(
        'INSERT INTO passwords (user_id, hash) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash',
      ),
      remove: sqlite.prepare('DELETE FROM passwords WHERE user_id = ?'),
    };
  }

  hashOf(userId: UserId): string | undefined {
    return this.statements.hashOf.get(userId);
  }

  /** `null` removes the hash. */
  keep(userId: UserId, hash: string | null): void {
    if (hash === null) this.statements.remove.run(userId);
    else this.statements.keep.run(userId, hash);
  }
}
