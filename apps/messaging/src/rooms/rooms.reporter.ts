import { roomsReport, type RoomId } from '@devchitchat/contracts';
import { heartbeatIntervalMs, Publisher, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

/** Maximum number of rooms that are reported individually. Further ones are only counted. */
const maxRooms = 50;

interface RoomRow {
  roomId: RoomId;
  members: number;
  lastSeq: number;
  lastMessageAt: number | null;
}

/** Reports room statistics to diagnostics, without names, which are private to members. */
@Injectable()
export class RoomsReporter implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly statements;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly publisher: Publisher,
  ) {
    this.statements = {
      count: sqlite.prepare<[], number>('SELECT count(*) FROM rooms WHERE deleted_at IS NULL').pluck(),
      // One seek for the last message of each room. Members are read only for the reported rooms.
      liveliest: sqlite.prepare<[], RoomRow>(`
        WITH liveliest AS (
          SELECT r.room_id, m.seq, m.ts FROM rooms r LEFT JOIN messages m
            ON m.room_id = r.room_id AND m.seq = (SELECT max(seq) FROM messages WHERE room_id = r.room_id)
          WHERE r.deleted_at IS NULL
          ORDER BY m.msg_id DESC LIMIT ${maxRooms}
        )
        SELECT room_id AS roomId, coalesce(seq, 0) AS lastSeq, ts AS lastMessageAt,
          (SELECT count(*) FROM room_members c WHERE c.room_id = l.room_id) AS members
        FROM liveliest l`),
    };
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.publish(), heartbeatIntervalMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private publish(): void {
    const roomCount = this.statements.count.get() ?? 0;
    this.publisher.notice(roomsReport, { roomCount, rooms: this.statements.liveliest.all() }, []);
  }
}
