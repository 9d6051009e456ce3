import type { ModerationAct, RoomId, UserId } from '@devchitchat/contracts';
import { EventLog, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { actOf } from './acts';

interface ActRow {
  readonly eventId: number;
  readonly author: UserId | null;
}

@Injectable()
export class ActsRepository {
  private readonly acts;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly log: EventLog,
  ) {
    this.acts = sqlite.prepare<[RoomId, number, number, number], ActRow>(
      `SELECT event_id AS eventId, author_user_id AS author FROM moderation_acts
      WHERE room_id = ? AND event_id < ? AND coalesce(seq >= ?, 1) ORDER BY event_id DESC LIMIT ?`,
    );
  }

  /** The last `limit` acts before an event, newest first. Omits acts on messages before `historyStart`. */
  before(roomId: RoomId, eventId: number, limit: number, historyStart: number): ModerationAct[] {
    return this.acts.all(roomId, eventId, historyStart, limit).flatMap(({ eventId: at, author }) => {
      const [event] = this.log.after(at - 1, 1);
      const act = event && actOf(event, author);
      return act ? [act] : [];
    });
  }
}
