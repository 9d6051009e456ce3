import { authEvents, isEvent, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** Sessions that were opened and not ended. */
export class SessionsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      open: sqlite.prepare(
        'INSERT INTO sessions (session_id, user_id, device, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      ),
      end: sqlite.prepare('DELETE FROM sessions WHERE session_id = ?'),
      // Keeps lists of sessions from growing forever. Uses the event's own time, so that a rebuild gives the same
      // result.
      endExpired: sqlite.prepare('DELETE FROM sessions WHERE user_id = ? AND expires_at <= ?'),
      endAll: sqlite.prepare('DELETE FROM sessions WHERE user_id = ?'),
      clear: sqlite.prepare('DELETE FROM sessions'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(authEvents.sessionOpened, event)) {
      const { sessionId, userId, expiresAt } = event.body;
      this.statements.endExpired.run(userId, event.ts);
      this.statements.open.run(sessionId, userId, event.content?.device ?? '', event.ts, expiresAt);
    } else if (isEvent(authEvents.sessionRevoked, event)) {
      this.statements.end.run(event.body.sessionId);
    } else if (isEvent(authEvents.userDeleted, event)) {
      // Includes expired sessions, which no event ends.
      this.statements.endAll.run(event.body.userId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
