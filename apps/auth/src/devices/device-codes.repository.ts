import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { UserId } from '@devchitchat/contracts';
import type { DeviceCodeState } from './device-code';

/** The hash of each person's current device code. Writes only inside GroupCommit. */
@Injectable()
export class DeviceCodesRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      byHash: sqlite.prepare<[string], DeviceCodeState>(
        'SELECT user_id AS userId, session_id AS sessionId, expires_at AS expiresAt FROM device_codes WHERE code_hash = ?',
      ),
      keep: sqlite.prepare(
        'INSERT OR REPLACE INTO device_codes (user_id, session_id, expires_at, code_hash) VALUES (?, ?, ?, ?)',
      ),
      remove: sqlite.prepare('DELETE FROM device_codes WHERE user_id = ?'),
    };
  }

  byHash(hash: string): DeviceCodeState | undefined {
    return this.statements.byHash.get(hash);
  }

  /** Replaces the person's earlier code. */
  keep({ userId, sessionId, expiresAt }: DeviceCodeState, hash: string): void {
    this.statements.keep.run(userId, sessionId, expiresAt, hash);
  }

  remove(userId: UserId): void {
    this.statements.remove.run(userId);
  }
}
