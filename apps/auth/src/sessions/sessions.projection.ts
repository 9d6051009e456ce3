import { authEvents, isEvent, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** Which sessions were opened and not ended. */
export class SessionsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      open: sqlite.prepare(
        'INSERT INTO sessions (session_id, user_id, device, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      ),
      end: sqlite.prepare('DELETE FROM sessions WHERE session_id = ?'),
      // So that nobody's list grows for ever. By the event's own time, or a rebuild would come to another end.
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
      // Those too that nobody ended because they were over by their age.
      this.statements.endAll.run(event.body.userId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
