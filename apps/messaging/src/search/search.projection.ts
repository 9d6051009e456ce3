import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { indexed } from './words';

/** The full-text index. Holds which words stand in which message, and no text. */
export class SearchProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      add: sqlite.prepare('INSERT INTO messages_fts (rowid, text) VALUES (?, ?)'),
      clear: sqlite.prepare("INSERT INTO messages_fts (messages_fts) VALUES ('delete-all')"),
    };
  }

  apply(event: AnyEvent): void {
    if (!isEvent(messagingEvents.messageSent, event) || !event.content) return;
    this.statements.add.run(event.body.msgId, indexed(event.content.text));
  }

  clear(): void {
    this.statements.clear.run();
  }
}
