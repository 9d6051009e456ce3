import type { ClientMsgId } from '@devchitchat/contracts';
import { inOrder, type OutboxEntry } from '../unsent/outbox-policy';
import type { CacheDatabase } from './database';

/** The unsent messages and changes of every user of this browser. No other copy of them exists. */
export class KeptOutbox {
  constructor(private readonly database: CacheDatabase) {}

  /** In the order of sending; `null` if the browser does not answer. */
  async all(): Promise<readonly OutboxEntry[] | null> {
    const entries = await this.database.read<readonly OutboxEntry[] | null>(null, (db) => db.getAll('outbox'));
    return entries && inOrder(entries);
  }

  save(entry: OutboxEntry): Promise<boolean> {
    return this.database.write(['outbox'], (tx) => tx.objectStore('outbox').put(entry));
  }

  remove(clientMsgId: ClientMsgId): Promise<boolean> {
    return this.database.write(['outbox'], (tx) => tx.objectStore('outbox').delete(clientMsgId));
  }
}
