import type { UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { RecoveryLinkState } from './recovery-link';

/** The hash of each person's current recovery link. Writes only inside GroupCommit. */
@Injectable()
export class RecoveryLinksRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      byHash: sqlite.prepare<[string], RecoveryLinkState>(
        'SELECT user_id AS userId, created_by AS createdBy, expires_at AS expiresAt FROM recovery_links WHERE token_hash = ?',
      ),
      keep: sqlite.prepare(
        'INSERT OR REPLACE INTO recovery_links (user_id, created_by, expires_at, token_hash) VALUES (?, ?, ?, ?)',
      ),
      removeFor: sqlite.prepare('DELETE FROM recovery_links WHERE user_id = ?'),
      removeBy: sqlite.prepare('DELETE FROM recovery_links WHERE created_by = ?'),
    };
  }

  byHash(hash: string): RecoveryLinkState | undefined {
    return this.statements.byHash.get(hash);
  }

  /** Replaces the person's earlier link. */
  keep({ userId, createdBy, expiresAt }: RecoveryLinkState, hash: string): void {
    this.statements.keep.run(userId, createdBy, expiresAt, hash);
  }

  removeFor(userId: UserId): void {
    this.statements.removeFor.run(userId);
  }

  /** Removes all links that this admin created. */
  removeBy(admin: UserId): void {
    this.statements.removeBy.run(admin);
  }
}
