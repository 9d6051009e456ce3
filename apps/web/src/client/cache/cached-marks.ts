import type { RoomId } from '@devchitchat/contracts';
import type { MarkMove } from '../unsent/mark-moves';
import type { CacheDatabase } from './database';
import { together } from './settle';

/** Moves of the user's read marks that the server does not know yet. */
export class CachedMarks {
  constructor(private readonly database: CacheDatabase) {}

  all(): Promise<ReadonlyMap<RoomId, MarkMove>> {
    return this.database.read(new Map<RoomId, MarkMove>(), async (db) => {
      const { store } = db.transaction('markMoves');
      const [rooms, moves] = await together(
        () => store.getAllKeys(),
        () => store.getAll(),
      );
      return new Map(rooms.flatMap((roomId, i) => (moves[i] ? [[roomId, moves[i]] as const] : [])));
    });
  }

  save(roomId: RoomId, move: MarkMove): Promise<boolean> {
    return this.database.write(['markMoves'], (tx) => tx.objectStore('markMoves').put(move, roomId));
  }

  remove(roomId: RoomId): Promise<boolean> {
    return this.database.write(['markMoves'], (tx) => tx.objectStore('markMoves').delete(roomId));
  }
}
