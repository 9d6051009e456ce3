import { draftKey, type Draft } from '../unsent/draft-policy';
import type { CacheDatabase } from './database';

/** The drafts of everybody who used this browser. There is no other copy of them. */
export class KeptDrafts {
  constructor(private readonly database: CacheDatabase) {}

  /** `null` where the browser does not answer. */
  all(): Promise<readonly Draft[] | null> {
    return this.database.read<readonly Draft[] | null>(null, (db) => db.getAll('drafts'));
  }

  save(draft: Draft): Promise<boolean> {
    return this.database.write(['drafts'], (tx) => tx.objectStore('drafts').put(draft, draftKey(draft)));
  }

  /** Removes a draft, unless another tab has written something else there meanwhile: its text is none of `texts`. */
  remove(key: string, texts: readonly string[]): Promise<boolean> {
    return this.database.write(['drafts'], async (tx) => {
      const store = tx.objectStore('drafts');
      const draft = await store.get(key);
      if (draft && texts.includes(draft.text)) await store.delete(key);
    });
  }
}
