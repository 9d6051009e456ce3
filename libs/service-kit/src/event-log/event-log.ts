import type { AnyEvent, Scope, ScopeKind, UserId } from '@devchitchat/contracts';
import type { Sqlite } from '../sqlite/sqlite';
import type { Draft } from './draft';
import type { Projection } from './projection';

interface EventRow {
  event_id: number;
  ts: number;
  actor_user_id: UserId | null;
  scope_kind: ScopeKind;
  scope_id: string;
  prev_event_id: number;
  type: string;
  body_json: string;
  trace: string;
  content_json: string | null;
}

export interface Stamp {
  readonly ts: number;
  readonly actorUserId: UserId | null;
  readonly trace: string;
}

const columns = `e.event_id, e.ts, e.actor_user_id, e.scope_kind, e.scope_id, e.prev_event_id, e.type, e.body_json, e.trace,
  c.content_json FROM events e LEFT JOIN event_contents c USING (event_id)`;

/** A service's append-only log, its only source of truth. Only GroupCommit writes to it. */
export class EventLog {
  private readonly heads = new Map<string, number>();
  private readonly statements;
  private knownEpoch: string | undefined;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly projections: readonly Projection[],
  ) {
    this.statements = {
      append: sqlite.prepare(
        'INSERT INTO events (ts, actor_user_id, scope_kind, scope_id, prev_event_id, type, body_json, trace) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      keepContent: sqlite.prepare('INSERT INTO event_contents (event_id, content_json) VALUES (?, ?)'),
      erase: sqlite.prepare('DELETE FROM event_contents WHERE event_id = ?'),
      after: sqlite.prepare<[number, number], EventRow>(
        `SELECT ${columns} WHERE e.event_id > ? ORDER BY e.event_id LIMIT ?`,
      ),
      ofTypes: sqlite.prepare<[number, number, string, number], EventRow>(
        `SELECT ${columns} WHERE e.event_id > ? AND e.event_id <= ? AND e.type IN (SELECT value FROM json_each(?))
        ORDER BY e.event_id LIMIT ?`,
      ),
      inScope: sqlite.prepare<[string, string, number, number], EventRow>(
        `SELECT ${columns} WHERE e.scope_kind = ? AND e.scope_id = ? AND e.event_id > ? ORDER BY e.event_id LIMIT ?`,
      ),
      headOf: sqlite
        .prepare<[string, string], number | null>(
          'SELECT max(event_id) FROM events WHERE scope_kind = ? AND scope_id = ?',
        )
        .pluck(),
      head: sqlite.prepare<[], number | null>('SELECT max(event_id) FROM events').pluck(),
    };
  }

  /** Appends an event and applies it to every projection. Only inside GroupCommit's transaction. */
  append(draft: Draft, { ts, actorUserId, trace }: Stamp): AnyEvent {
    const scope: Scope = { kind: draft.type.scope, id: draft.scopeId };
    const prev = this.headOf(scope);
    const { type } = draft.type;
    const { body, content } = draft;
    const { lastInsertRowid } = this.statements.append.run(
      ts,
      actorUserId,
      scope.kind,
      scope.id,
      prev,
      type,
      JSON.stringify(body),
      trace,
    );
    const eventId = Number(lastInsertRowid);
    if (content !== null) this.statements.keepContent.run(eventId, JSON.stringify(content));
    this.heads.set(keyOf(scope), eventId);
    const event: AnyEvent = { eventId, prev, ts, actorUserId, scope, type, trace, body, content };
    for (const projection of this.projections) projection.apply(event);
    return event;
  }

  /** Erases the content of an event, which itself stays. Only inside GroupCommit's transaction. */
  erase(eventId: number): void {
    this.statements.erase.run(eventId);
  }

  /** Returns up to `limit` events after an event id, in order. */
  after(eventId: number, limit: number): AnyEvent[] {
    return this.statements.after.all(eventId, limit).map(eventOf);
  }

  /** Returns up to `limit` events of these types with `after` < id <= `upTo`, in order. */
  ofTypes(types: readonly string[], after: number, upTo: number, limit: number): AnyEvent[] {
    return this.statements.ofTypes.all(after, upTo, JSON.stringify(types), limit).map(eventOf);
  }

  /** Returns up to `limit` events of a scope after an event id, in order. */
  inScope(scope: Scope, after: number, limit: number): AnyEvent[] {
    return this.statements.inScope.all(scope.kind, scope.id, after, limit).map(eventOf);
  }

  /** The id of the last event of a scope, 0 if it has none. */
  headOf(scope: Scope): number {
    const key = keyOf(scope);
    const known = this.heads.get(key);
    if (known !== undefined) return known;
    const head = this.statements.headOf.get(scope.kind, scope.id) ?? 0;
    // Scopes without events are not cached, because they may be arbitrary names and would stay in memory.
    if (head > 0) this.heads.set(key, head);
    return head;
  }

  /** The epoch: sixteen hex digits that identify this log since its creation or its last restore. */
  epoch(): string {
    this.knownEpoch ??= this.sqlite.prepare<[], string>('SELECT epoch FROM log_identity').pluck().get();
    if (this.knownEpoch === undefined) throw new Error('The log has no epoch.');
    return this.knownEpoch;
  }

  /** The id of the last event, 0 if there is none. */
  head(): number {
    return this.statements.head.get() ?? 0;
  }

  /** Invalidates cached heads after a rollback. */
  forget(): void {
    this.heads.clear();
  }

  /** Clears the projections and rebuilds them from the log, in one transaction. */
  rebuild(): void {
    this.sqlite.transaction(() => {
      for (const projection of [...this.projections].reverse()) projection.clear();
      for (let at = 0, batch = this.after(at, 1_000); batch.length > 0; batch = this.after(at, 1_000)) {
        for (const event of batch) for (const projection of this.projections) projection.apply(event);
        at = batch.at(-1)?.eventId ?? at;
      }
    })();
  }
}

const keyOf = ({ kind, id }: Scope): string => `${kind}:${id}`;

const eventOf = (row: EventRow): AnyEvent => ({
  eventId: row.event_id,
  prev: row.prev_event_id,
  ts: row.ts,
  actorUserId: row.actor_user_id,
  scope: { kind: row.scope_kind, id: row.scope_id },
  type: row.type,
  trace: row.trace,
  body: JSON.parse(row.body_json) as unknown,
  content: row.content_json === null ? null : (JSON.parse(row.content_json) as unknown),
});
