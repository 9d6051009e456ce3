import type { SessionId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { idleLimit, type SessionState } from './session';

/** A session that was opened and not revoked. Readers check whether it has expired. */
interface SessionRow {
  sessionId: SessionId;
  userId: UserId;
  /** Empty once erased. */
  device: string;
  createdAt: number;
  expiresAt: number;
}

type StoredSession = SessionRow & SessionState;

const stored = `SELECT s.session_id AS sessionId, s.user_id AS userId, s.device, s.created_at AS createdAt,
  s.expires_at AS expiresAt, t.last_seen_at AS lastSeenAt FROM sessions s JOIN session_tokens t USING (session_id)`;

/** Sessions, the hashes of their tokens, and when each was last seen. Writes only inside GroupCommit. */
@Injectable()
export class SessionsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      byTokenHash: sqlite.prepare<[string], StoredSession>(`${stored} WHERE t.token_hash = ?`),
      byId: sqlite.prepare<[SessionId], StoredSession>(`${stored} WHERE s.session_id = ?`),
      ofUser: sqlite.prepare<[UserId], StoredSession>(
        `${stored} WHERE s.user_id = ? ORDER BY t.last_seen_at DESC, s.session_id`,
      ),
      keepToken: sqlite.prepare('INSERT INTO session_tokens (token_hash, session_id, last_seen_at) VALUES (?, ?, ?)'),
      markSeen: sqlite.prepare('UPDATE session_tokens SET last_seen_at = ? WHERE session_id = ?'),
      sweep: sqlite.prepare(
        'DELETE FROM session_tokens WHERE last_seen_at <= ? OR session_id NOT IN (SELECT session_id FROM sessions)',
      ),
    };
  }

  byTokenHash(hash: string): StoredSession | undefined {
    return this.statements.byTokenHash.get(hash);
  }

  byId(sessionId: SessionId): StoredSession | undefined {
    return this.statements.byId.get(sessionId);
  }

  /** Latest seen first. */
  ofUser(userId: UserId): StoredSession[] {
    return this.statements.ofUser.all(userId);
  }

  keepToken(sessionId: SessionId, hash: string, now: number): void {
    this.statements.keepToken.run(hash, sessionId, now);
  }

  markSeen(sessionId: SessionId, now: number): void {
    this.statements.markSeen.run(now, sessionId);
  }

  /** Deletes the hashes of tokens whose sessions have ended. */
  sweepTokens(now: number): void {
    this.statements.sweep.run(now - idleLimit);
  }
}
