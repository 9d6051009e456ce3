import { authEvents, isEvent, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** All bots, with their NATS keys and whether they are revoked. */
export class BotsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      create: sqlite.prepare('INSERT INTO bots (user_id, event_id, public_key, created_by) VALUES (?, ?, ?, ?)'),
      revoke: sqlite.prepare('UPDATE bots SET revoked_at = ? WHERE user_id = ?'),
      clear: sqlite.prepare('DELETE FROM bots'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(authEvents.botCreated, event)) {
      const { userId, publicKey } = event.body;
      this.statements.create.run(userId, event.eventId, publicKey, event.actorUserId);
    } else if (isEvent(authEvents.botRevoked, event)) {
      this.statements.revoke.run(event.ts, event.body.userId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
