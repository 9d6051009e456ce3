import { limits, type RoomId, type UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { keyOf } from './direct';

export interface HiddenDirect {
  readonly roomId: RoomId;
  /** Hidden as long as this is the room's last message. */
  readonly seq: number;
}

@Injectable()
export class DirectsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      of: sqlite.prepare<[string], RoomId>('SELECT room_id FROM directs WHERE people_key = ?').pluck(),
      opened: sqlite
        .prepare<[UserId], number>("SELECT count(*) FROM rooms WHERE created_by = ? AND kind = 'direct'")
        .pluck(),
      hidden: sqlite.prepare<[UserId], HiddenDirect>(
        `SELECT room_id AS roomId, seq FROM hidden_directs h WHERE user_id = ?
          AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.room_id = h.room_id AND m.seq > h.seq)
        ORDER BY room_id LIMIT ${limits.hiddenDirects}`,
      ),
    };
  }

  /** The direct room of exactly these people. */
  of(people: readonly UserId[]): RoomId | undefined {
    return this.statements.of.get(keyOf(people));
  }

  /** How many direct rooms the person opened. */
  openedBy(userId: UserId): number {
    return this.statements.opened.get(userId) ?? 0;
  }

  /** The direct rooms that are hidden from the person's list. */
  hiddenFrom(userId: UserId): HiddenDirect[] {
    return this.statements.hidden.all(userId);
  }

  isHidden(userId: UserId, roomId: RoomId | undefined): boolean {
    return this.hiddenFrom(userId).some((hidden) => hidden.roomId === roomId);
  }
}
