import { draftKey, type Draft } from '../unsent/draft-policy';
import type { CacheDatabase } from './database';

/** The drafts of every user of this browser. No other copy of them exists. */
export class KeptDrafts {
  constructor(private readonly database: CacheDatabase) {}

  /** Returns `null` if the browser does not answer. */
  all(): Promise<readonly Draft[] | null> {
    return this.database.read<readonly Draft[] | null>(null, (db) => db.getAll('drafts'));
  }

  save(draft: Draft): Promise<boolean> {
    return this.database.write(['drafts'], (tx) => tx.objectStore('drafts').put(draft, draftKey(draft)));
  }

  /** Removes a draft, unless another tab stored a text that is not in `texts`. */
  remove(key: string, texts: readonly string[]): Promise<boolean> {
    return this.database.write(['drafts'], async (tx) => {
      const store = tx.objectStore('drafts');
      const draft = await store.get(key);
      if (draft && texts.includes(draft.text)) await store.delete(key);
    });
  }
}
