import type { AnyEvent, UserId } from '@devchitchat/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isOfSeveral, lineAfter, type RoomLine } from '@devchitchat/contracts';

interface StoredEvent {
  readonly eventId: number;
  readonly prev: number;
  readonly type: string;
  readonly roomId: string;
  readonly by: UserId | null;
  readonly bodyJson: string;
}

/** Events read per batch. */
const page = 1_000;

/** Adds the lines of each room: a projection that lists the events they tell of, including earlier ones. */
export class RoomLines1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE room_lines (
      room_id TEXT NOT NULL,
      event_id INTEGER NOT NULL,
      last_event_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      count INTEGER,
      people TEXT,
      seq INTEGER,
      PRIMARY KEY (room_id, event_id)
    ) WITHOUT ROWID`);
    await runner.query('CREATE INDEX room_lines_by_end ON room_lines (room_id, last_event_id)');
    const last = new Map<string, RoomLine>();
    for (let after = 0, more = true; more;) {
      const events = (await runner.query(
        `SELECT event_id AS eventId, prev_event_id AS prev, type, scope_id AS roomId, actor_user_id AS "by", body_json AS bodyJson
        FROM events WHERE event_id > ? AND scope_kind = 'room' AND type IN (${types}) ORDER BY event_id LIMIT ${page}`,
        [after],
      )) as readonly StoredEvent[];
      for (const stored of events) {
        after = stored.eventId;
        const line = lineAfter(last.get(stored.roomId), eventOf(stored));
        if (!line) continue;
        last.set(stored.roomId, line);
        const several = isOfSeveral(line)
          ? [line.lastEventId, line.count, JSON.stringify(line.userIds)]
          : [after, null, null];
        await runner.query(
          `INSERT OR REPLACE INTO room_lines (room_id, event_id, kind, last_event_id, count, people, seq)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [stored.roomId, line.eventId, line.kind, ...several, line.kind === 'pinned' ? line.seq : null],
        );
      }
      more = events.length === page;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room_lines');
  }
}

/** The types that made a line when this table was added. */
const types = `'member.joined', 'member.left', 'member.kicked', 'member.banned', 'member.muted', 'member.unmuted',
  'member.role_changed', 'message.pinned', 'room.settings_changed'`;

const eventOf = ({ eventId, prev, type, roomId, by, bodyJson }: StoredEvent): AnyEvent => ({
  eventId,
  prev,
  ts: 0,
  actorUserId: by,
  scope: { kind: 'room', id: roomId },
  type,
  trace: '',
  body: JSON.parse(bodyJson) as unknown,
  content: null,
});
