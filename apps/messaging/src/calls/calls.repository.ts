import type { CallId } from '@devchitchat/contracts';
import { SQLITE, type FeedCursor, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { CallNow } from './call-told';

/** Calls in progress. Writes only inside GroupCommit. */
@Injectable()
export class CallsRepository {
  private readonly statements;
  /** Apart from the cursors that a backup compares: signaling follows messaging, too. */
  readonly cursor: FeedCursor;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      put: sqlite.prepare('INSERT OR REPLACE INTO calls_now (call_id, call_json) VALUES (?, ?)'),
      of: sqlite.prepare<[CallId], string>('SELECT call_json FROM calls_now WHERE call_id = ?').pluck(),
      remove: sqlite.prepare('DELETE FROM calls_now WHERE call_id = ?'),
    };
    const read = sqlite.prepare<[], number>('SELECT event_id FROM calls_cursor').pluck();
    const move = sqlite.prepare('INSERT OR REPLACE INTO calls_cursor (id, event_id) VALUES (1, ?)');
    this.cursor = { read: () => read.get() ?? -1, move: (eventId) => void move.run(eventId) };
  }

  of(callId: CallId): CallNow | undefined {
    const json = this.statements.of.get(callId);
    return json === undefined ? undefined : (JSON.parse(json) as CallNow);
  }

  put(callId: CallId, call: CallNow): void {
    this.statements.put.run(callId, JSON.stringify(call));
  }

  remove(callId: CallId): void {
    this.statements.remove.run(callId);
  }
}
