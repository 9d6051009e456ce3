import type { Ban, RoomId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { Listed } from '../rooms/people-page';

interface StoredBan extends Ban {
  readonly eventId: number;
}

@Injectable()
export class BansRepository {
  private readonly bans;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.bans = sqlite.prepare<[RoomId], StoredBan>(
      `SELECT b.event_id AS eventId, b.user_id AS userId, b.banned_by AS "by", b.banned_at AS ts, c.content_json ->> 'reason' AS reason
      FROM room_bans b LEFT JOIN event_contents c USING (event_id) WHERE b.room_id = ? ORDER BY b.event_id`,
    );
  }

  /** Oldest first. */
  ofRoom(roomId: RoomId): Listed<Ban>[] {
    return this.bans.all(roomId).map(({ eventId, ...ban }) => ({ eventId, item: ban }));
  }
}
