import type { ClientFileId } from '@devchitchat/contracts';
import type { KeptFile } from '../unsent/attachment';
import type { CacheDatabase } from './database';

/** The bytes of unsent messages' files. `KeptOutbox.remove` deletes them together with their message. */
export class KeptFiles {
  constructor(private readonly database: CacheDatabase) {}

  /** Returns `null` if the browser has no such file or does not answer. */
  async get(clientFileId: ClientFileId): Promise<Blob | null> {
    const kept = await this.database.read<KeptFile | undefined>(undefined, (db) => db.get('files', clientFileId));
    return kept?.blob ?? null;
  }

  /** Stores all files or none. Resolves to whether they are stored; a full disk stores none. */
  save(files: readonly KeptFile[]): Promise<boolean> {
    return this.database.writeLarge(['files'], (tx) =>
      Promise.all(files.map((file) => tx.objectStore('files').put(file))),
    );
  }

  /** Deletes the files of messages that are in the outbox no more: a page was closed between two writes. */
  sweep(): Promise<boolean> {
    return this.database.write(['outbox', 'files'], async (tx) => {
      const entries = await tx.objectStore('outbox').getAll();
      const named = new Set(
        entries.flatMap((entry) =>
          entry.kind === 'send' ? (entry.attachments ?? []).map(({ clientFileId }) => clientFileId) : [],
        ),
      );
      const store = tx.objectStore('files');
      for (const key of await store.getAllKeys()) if (!named.has(key)) await store.delete(key);
    });
  }
}
