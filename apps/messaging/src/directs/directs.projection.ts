import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { keyOf } from './direct';

/** The people of each direct room, and whose lists it is hidden from. A message shows it to everyone else. */
export class DirectsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      create: sqlite.prepare('INSERT INTO directs (room_id, people_key) VALUES (?, ?)'),
      hide: sqlite.prepare('INSERT OR REPLACE INTO hidden_directs (user_id, room_id, seq) VALUES (?, ?, ?)'),
      show: sqlite.prepare('DELETE FROM hidden_directs WHERE user_id = ? AND room_id = ?'),
      clearHidden: sqlite.prepare('DELETE FROM hidden_directs'),
      clear: sqlite.prepare('DELETE FROM directs'),
    };
  }

  apply(event: AnyEvent): void {
    const { actorUserId } = event;
    if (isEvent(messagingEvents.roomCreated, event) && event.body.people) {
      const { roomId, people } = event.body;
      this.statements.create.run(roomId, keyOf(people));
      for (const userId of people) if (userId !== actorUserId) this.statements.hide.run(userId, roomId, 0);
    } else if (isEvent(messagingEvents.dmHidden, event)) {
      this.statements.hide.run(actorUserId, event.body.roomId, event.body.seq);
    } else if (isEvent(messagingEvents.dmShown, event)) {
      this.statements.show.run(actorUserId, event.body.roomId);
    }
  }

  clear(): void {
    this.statements.clearHidden.run();
    this.statements.clear.run();
  }
}
