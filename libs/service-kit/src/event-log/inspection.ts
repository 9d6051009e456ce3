import {
  inspectionRequest,
  subjects,
  type EventFilter,
  type Inspection,
  type InspectionRequest,
  type LoggedEvent,
  type ScopeKind,
  type ServiceName,
  type UserId,
} from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { fittingPrefix } from '../nats/answer-size';
import type { Logger } from '../process/logger';
import { parseJson } from '../nats/json';
import { listen } from '../nats/listen';
import { respond } from '../nats/send';
import type { Sqlite } from '../sqlite/sqlite';

/**
 * Events scanned per request. The log has no index for traces, times or people, because each would slow down every write. A
 * request takes only a few milliseconds of the writer's thread; clients ask again to see further.
 */
const oneLook = 5_000;

interface MetadataRow {
  event_id: number;
  ts: number;
  actor_user_id: UserId | null;
  scope_kind: ScopeKind;
  scope_id: string;
  type: string;
  body_json: string;
  trace: string;
}

type Condition = readonly [sql: string, value: string | number | undefined];

const conditions = (filter: EventFilter): readonly Condition[] => [
  ['scope_kind = ?', filter.scopeKind],
  ['scope_id = ?', filter.scopeId],
  ['type = ?', filter.type],
  ['actor_user_id = ?', filter.actorUserId],
  ['trace = ?', filter.trace],
  ['ts >= ?', filter.since],
  ['ts < ?', filter.until],
];

/** Reads a part of a log backwards: metadata only. The content's table is not joined. */
export function inspect(service: ServiceName, sqlite: Sqlite, request: InspectionRequest): Inspection {
  const { filter, before = Number.MAX_SAFE_INTEGER, limit } = request;
  const head = sqlite.prepare<[], number>('SELECT coalesce(max(event_id), 0) FROM events').pluck().get() ?? 0;
  const below = Math.min(before, head + 1);
  const from = Math.max(1, below - oneLook);
  const wanted = conditions(filter).filter(([, value]) => value !== undefined);
  const rows = sqlite
    .prepare<unknown[], MetadataRow>(
      `SELECT event_id, ts, actor_user_id, scope_kind, scope_id, type, body_json, trace FROM events
       WHERE ${['event_id < ?', 'event_id >= ?', ...wanted.map(([sql]) => sql)].join(' AND ')}
       ORDER BY event_id DESC LIMIT ?`,
    )
    .all(below, from, ...wanted.map(([, value]) => value), limit);
  const events = fittingPrefix(rows.map((row) => loggedEventOf(service, row)));
  const isCut = events.length === limit || events.length < rows.length;
  const end = isCut ? (events.at(-1)?.eventId ?? from) : from;
  return { events, lookedBackTo: end <= 1 ? null : end };
}

const loggedEventOf = (service: ServiceName, row: MetadataRow): LoggedEvent => ({
  service,
  eventId: row.event_id,
  ts: row.ts,
  actorUserId: row.actor_user_id,
  scope: { kind: row.scope_kind, id: row.scope_id },
  type: row.type,
  trace: row.trace,
  body: JSON.parse(row.body_json) as Record<string, unknown>,
});

/** Serves this service's log to diagnostics. Invalid requests get an empty page. */
export function serveInspection(service: ServiceName, nats: NatsConnection, logger: Logger, sqlite: Sqlite): void {
  listen(nats, subjects.log(service), { queue: service, logger }, (request) => {
    const asked = inspectionRequest.safeParse(parseJson(request.string()));
    const nothing: Inspection = { events: [], lookedBackTo: null };
    respond(nats, request, asked.success ? inspect(service, sqlite, asked.data) : nothing);
  });
}
