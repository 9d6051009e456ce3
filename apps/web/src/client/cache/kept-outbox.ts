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

  /** Removes an entry together with the bytes of its files. */
  remove(clientMsgId: ClientMsgId): Promise<boolean> {
    return this.database.write(['outbox', 'files'], async (tx) => {
      const entry = await tx.objectStore('outbox').get(clientMsgId);
      const files = entry?.kind === 'send' ? (entry.attachments ?? []) : [];
      for (const { clientFileId } of files) await tx.objectStore('files').delete(clientFileId);
      await tx.objectStore('outbox').delete(clientMsgId);
    });
  }
}
