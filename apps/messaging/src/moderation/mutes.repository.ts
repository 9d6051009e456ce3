import type { Mute, RoomId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { Listed } from '../rooms/people-page';

interface StoredMute extends Mute {
  readonly eventId: number;
}

@Injectable()
export class MutesRepository {
  private readonly mutes;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.mutes = sqlite.prepare<[RoomId], StoredMute>(
      `SELECT m.event_id AS eventId, m.user_id AS userId, m.muted_by AS "by", m.muted_at AS ts, m.muted_until AS until,
        c.content_json ->> 'reason' AS reason
      FROM room_mutes m LEFT JOIN event_contents c USING (event_id) WHERE m.room_id = ? ORDER BY m.event_id`,
    );
  }

  /** Oldest first, including expired ones. */
  ofRoom(roomId: RoomId): Listed<Mute>[] {
    return this.mutes.all(roomId).map(({ eventId, ...mute }) => ({ eventId, item: mute }));
  }
}
