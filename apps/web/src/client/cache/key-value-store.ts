import type { CacheDatabase } from './database';
import { keyValueStore, type KeyValues } from './schema';

/** Single values by name. */
export class KeyValueStore {
  constructor(private readonly database: CacheDatabase) {}

  get<Name extends keyof KeyValues>(name: Name): Promise<KeyValues[Name] | undefined> {
    return this.database.read<KeyValues[Name] | undefined>(
      undefined,
      async (db) => (await db.get(keyValueStore, name)) as KeyValues[Name] | undefined,
    );
  }

  set<Name extends keyof KeyValues>(name: Name, value: KeyValues[Name]): Promise<boolean> {
    return this.database.write([keyValueStore], (tx) => tx.objectStore(keyValueStore).put(value, name));
  }
}
