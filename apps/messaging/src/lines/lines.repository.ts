import {
  isOfSeveral,
  limits,
  lineOf,
  type Message,
  type RoomId,
  type RoomLine,
  type UserId,
} from '@devchitchat/contracts';
import { EventLog, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { RoomMember } from '../rooms/access';

interface LineRow {
  readonly eventId: number;
  readonly lastEventId: number;
  readonly count: number | null;
  readonly people: string | null;
}

type Reader = Pick<RoomMember, 'historyStart' | 'joinedEventId'> & {
  readonly room: Pick<RoomMember['room'], 'roomId' | 'headSeq'>;
};

/** The lines beside a stretch of messages. A read costs as much as the lines it returns. */
@Injectable()
export class LinesRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly log: EventLog,
  ) {
    this.statements = {
      between: sqlite.prepare<[RoomId, number, number, number, number], LineRow>(
        `SELECT event_id AS eventId, last_event_id AS lastEventId, count, people FROM room_lines
        WHERE room_id = ? AND event_id > ? AND event_id < ? AND coalesce(seq >= ?, 1) ORDER BY event_id DESC LIMIT ?`,
      ),
      sent: sqlite
        .prepare<[RoomId, number], number>('SELECT event_id FROM messages WHERE room_id = ? AND seq = ?')
        .pluck(),
    };
  }

  /**
   * The lines after each of these messages, which have no gap, and before the next one: the latest `linesPerPage`, in
   * order. At the beginning of the reader's history also those before the first message.
   */
  beside(messages: readonly Message[], { room, historyStart, joinedEventId }: Reader): { readonly lines?: RoomLine[] } {
    const { roomId, headSeq } = room;
    const [first, last] = [messages[0], messages.at(-1)];
    if (!first && headSeq >= historyStart) return {};
    const after =
      first && first.seq > historyStart ? first.eventId : this.beginning(roomId, historyStart, joinedEventId) - 1;
    const before = (last && this.statements.sent.get(roomId, last.seq + 1)) ?? Number.MAX_SAFE_INTEGER;
    const rows = this.statements.between.all(roomId, after, before, historyStart, limits.linesPerPage);
    const lines = rows.reverse().flatMap((row) => this.read(row) ?? []);
    return lines.length > 0 ? { lines } : {};
  }

  /** The first event that the reader may see: their own joining, unless messages before it are shown to them. */
  private beginning(roomId: RoomId, historyStart: number, joinedEventId: number): number {
    if (historyStart <= 1) return 1;
    return Math.min(joinedEventId, this.statements.sent.get(roomId, historyStart) ?? joinedEventId);
  }

  private read({ eventId, lastEventId, count, people }: LineRow): RoomLine | undefined {
    const [event] = this.log.after(eventId - 1, 1);
    const line = event && lineOf(event);
    if (!line || !isOfSeveral(line) || count === null || people === null) return line ?? undefined;
    return { ...line, lastEventId, count, userIds: JSON.parse(people) as UserId[] };
  }
}
