import type { UserId } from '@devchitchat/contracts';
import { draftKey } from '../unsent/draft-policy';
import { CachedMarks } from './cached-marks';
import { CachedRooms } from './cached-rooms';
import { CachedUsers } from './cached-users';
import { CacheDatabase, type Timeouts } from './database';
import { KeptDrafts } from './kept-drafts';
import { KeptFiles } from './kept-files';
import { KeptOutbox } from './kept-outbox';
import { KeyValueStore } from './key-value-store';
import { copies, keyValueStore, originals } from './schema';
import { together } from './settle';

const usualTimeouts: Timeouts = { openMs: 3_000, callMs: 2_000, largeMs: 60_000 };

/**
 * Everything this browser stores, so that the page opens without a network and loses no typed text. All of it is a
 * copy, except the outbox and the drafts. Writes that touch several stores are here, the rest in the stores.
 */
export class Cache {
  readonly rooms: CachedRooms;
  readonly users: CachedUsers;
  readonly marks: CachedMarks;
  readonly drafts: KeptDrafts;
  readonly outbox: KeptOutbox;
  readonly files: KeptFiles;
  readonly values: KeyValueStore;
  readonly keeps: CacheDatabase['keeps'];
  readonly recoveries: CacheDatabase['recoveries'];

  private constructor(private readonly database: CacheDatabase) {
    this.rooms = new CachedRooms(database);
    this.users = new CachedUsers(database);
    this.marks = new CachedMarks(database);
    this.drafts = new KeptDrafts(database);
    this.outbox = new KeptOutbox(database);
    this.files = new KeptFiles(database);
    this.values = new KeyValueStore(database);
    this.keeps = database.keeps;
    this.recoveries = database.recoveries;
  }

  static async open(timeouts = usualTimeouts): Promise<Cache> {
    return new Cache(await CacheDatabase.open(timeouts));
  }

  /** Deletes the rooms of the previous log and stores the epoch of the new one. */
  beginEpoch(epoch: string): Promise<boolean> {
    return this.database.write(['rooms', 'messages', 'markMoves', keyValueStore], (tx) =>
      together(
        () => tx.objectStore('rooms').clear(),
        () => tx.objectStore('messages').clear(),
        () => tx.objectStore('markMoves').clear(),
        () => tx.objectStore(keyValueStore).put(epoch, 'epoch'),
      ),
    );
  }

  /** Removes everything except drafts and outbox, after a session ended. */
  clear(): Promise<boolean> {
    return this.database.write(copies, (tx) => together(...copies.map((name) => () => tx.objectStore(name).clear())));
  }

  /** Removes everything, and of drafts and outbox only those of the user who signed out. */
  async forget(userId: UserId): Promise<boolean> {
    const isCleared = await this.clear();
    const isForgotten = await this.database.write(originals, async (tx) => {
      const [outbox, files, drafts] = [tx.objectStore('outbox'), tx.objectStore('files'), tx.objectStore('drafts')];
      const [entries, kept, begun] = await together(
        () => outbox.getAll(),
        () => files.getAll(),
        () => drafts.getAll(),
      );
      const isTheirs = (words: { readonly userId: UserId }): boolean => words.userId === userId;
      await together(
        ...entries.filter(isTheirs).map(
          ({ clientMsgId }) =>
            () =>
              outbox.delete(clientMsgId),
        ),
        ...kept.filter(isTheirs).map(
          ({ clientFileId }) =>
            () =>
              files.delete(clientFileId),
        ),
        ...begun.filter(isTheirs).map((draft) => () => drafts.delete(draftKey(draft))),
      );
    });
    return isCleared && isForgotten;
  }

  close(): void {
    this.database.close();
  }
}
