import type { Message, RoomId } from '@devchitchat/contracts';
import type { CacheDatabase } from './database';
import type { CachedRoom, Revision } from './schema';
import { together } from './settle';

/** Number of messages stored per room, counted from its end. */
export const messagesKept = 200;

/** Rooms and the newest messages of each. */
export class CachedRooms {
  constructor(private readonly database: CacheDatabase) {}

  all(): Promise<readonly CachedRoom[]> {
    return this.database.read<readonly CachedRoom[]>([], (db) => db.getAll('rooms'));
  }

  /** The stored messages of a room, oldest first. */
  messages(roomId: RoomId): Promise<readonly Message[]> {
    return this.database.read<readonly Message[]>([], (db) => db.getAll('messages', allOf(roomId)));
  }

  /**
   * Writes a room, its new messages and the changes of stored ones in one transaction, so that its head never claims a
   * message that is missing.
   */
  save(room: CachedRoom, messages: readonly Message[], revisions: readonly Revision[] = []): Promise<boolean> {
    return this.database.write(['rooms', 'messages'], async (tx) => {
      const { roomId, headSeq } = room;
      const store = tx.objectStore('messages');
      for (const { seq, revise } of revisions) {
        const message = await store.get([roomId, seq]);
        if (message) await store.put(revise(message));
      }
      const outdated = IDBKeyRange.bound([roomId, 0], [roomId, Math.max(0, headSeq - messagesKept)]);
      await together(
        () => tx.objectStore('rooms').put(room),
        ...messages.map((message) => () => store.put(message)),
        () => store.delete(outdated),
      );
    });
  }

  /** Removes a room, its messages and its unsent read mark. */
  forget(roomId: RoomId): Promise<boolean> {
    return this.database.write(['rooms', 'messages', 'markMoves'], (tx) =>
      together(
        () => tx.objectStore('rooms').delete(roomId),
        () => tx.objectStore('messages').delete(allOf(roomId)),
        () => tx.objectStore('markMoves').delete(roomId),
      ),
    );
  }
}

const allOf = (roomId: RoomId): IDBKeyRange => IDBKeyRange.bound([roomId, 0], [roomId, Infinity]);
