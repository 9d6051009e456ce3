import { isOfSeveral, lineAfter, lineOf, type AnyEvent, type LineOfSeveral, type UserId } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

interface LastRow {
  readonly kind: LineOfSeveral['kind'];
  readonly eventId: number;
  readonly lastEventId: number;
  readonly count: number;
  readonly people: string;
}

/**
 * The events that a room's lines tell of, several in one row where people joined or left one after another. Not on the
 * path of messages: of their events it looks only at the pins.
 */
export class LinesProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      last: sqlite.prepare<[string, number], LastRow>(
        `SELECT kind, event_id AS eventId, last_event_id AS lastEventId, count, people FROM room_lines
        WHERE room_id = ? AND last_event_id = ?`,
      ),
      put: sqlite.prepare(
        `INSERT OR REPLACE INTO room_lines (room_id, event_id, last_event_id, kind, count, people, seq)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ),
      clear: sqlite.prepare('DELETE FROM room_lines'),
    };
  }

  apply(event: AnyEvent): void {
    const single = lineOf(event);
    if (!single) return;
    const line = (isOfSeveral(single) && lineAfter(this.before(event), event)) || single;
    const several = isOfSeveral(line)
      ? ([line.lastEventId, line.kind, line.count, JSON.stringify(line.userIds)] as const)
      : ([line.eventId, line.kind, null, null] as const);
    this.statements.put.run(event.scope.id, line.eventId, ...several, line.kind === 'pinned' ? line.seq : null);
  }

  clear(): void {
    this.statements.clear.run();
  }

  /** The line of several people that this event may continue: the one that the room's previous event belongs to. */
  private before({ scope, prev }: AnyEvent): LineOfSeveral | undefined {
    const row = this.statements.last.get(scope.id, prev);
    if (!row?.people) return undefined;
    const { people, ...rest } = row;
    return { ...rest, ts: 0, by: null, userIds: JSON.parse(people) as UserId[] };
  }
}
