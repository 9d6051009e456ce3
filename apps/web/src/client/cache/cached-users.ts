import type { User } from '@devchitchat/contracts';
import type { CacheDatabase } from './database';
import { together } from './settle';

/** All users of the directory. */
export class CachedUsers {
  constructor(private readonly database: CacheDatabase) {}

  all(): Promise<readonly User[]> {
    return this.database.read<readonly User[]>([], (db) => db.getAll('users'));
  }

  save(users: readonly User[]): Promise<boolean> {
    return this.database.write(['users'], (tx) =>
      together(...users.map((user) => () => tx.objectStore('users').put(user))),
    );
  }
}
