import type { ClientFileId } from '@devchitchat/contracts';
import type { KeptFile } from '../unsent/attachment';
import type { CacheDatabase } from './database';

/** The bytes of unsent messages' files. `KeptOutbox.remove` deletes them together with their message. */
export class KeptFiles {
  constructor(private readonly database: CacheDatabase) {}

  /** Resolves with `null` if the browser has no such file, with `undefined` if it does not answer. */
  async get(clientFileId: ClientFileId): Promise<Blob | null | undefined> {
    const read = await this.database.readLarge((db) => db.get('files', clientFileId));
    return read.ok ? (read.value?.blob ?? null) : undefined;
  }

  /** Stores all files or none. Resolves to whether they are stored; a full disk stores none. */
  save(files: readonly KeptFile[]): Promise<boolean> {
    return this.database.writeLarge(['files'], (tx) =>
      Promise.all(files.map((file) => tx.objectStore('files').put(file))),
    );
  }

  /**
   * Deletes the files of messages that are in the outbox no more: a page was closed between two writes. Spares those stored
   * at `before` or later, whose message another tab may be storing.
   */
  sweep(before: number): Promise<boolean> {
    return this.database.write(['outbox', 'files'], async (tx) => {
      const entries = await tx.objectStore('outbox').getAll();
      const named = new Set(
        entries.flatMap((entry) =>
          entry.kind === 'send' ? (entry.attachments ?? []).map(({ clientFileId }) => clientFileId) : [],
        ),
      );
      const store = tx.objectStore('files');
      for (const key of await store.getAllKeys()) {
        if (named.has(key)) continue;
        const kept = await store.get(key);
        if (kept && kept.keptAt < before) await store.delete(key);
      }
    });
  }
}
