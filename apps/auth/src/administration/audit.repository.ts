import { adminActs, type AdminAct } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** The row as SQLite reads it, which has no booleans. */
type StoredAct = Omit<AdminAct, 'membersMayInvite'> & { membersMayInvite: 0 | 1 | null };

/**
 * Admin actions, read backwards from the log. There is no index, because every sign-in would pay for it: between two
 * admin actions the log holds little more than sign-ins.
 */
@Injectable()
export class AuditRepository {
  private readonly before;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.before = sqlite.prepare<[number, string, number], StoredAct>(
      `SELECT e.event_id AS eventId, e.ts, e.type, e.actor_user_id AS actorUserId, e.body_json ->> 'userId' AS userId,
        e.body_json ->> 'role' AS role, e.body_json ->> 'count' AS count,
        e.body_json ->> 'membersMayInvite' AS membersMayInvite, c.content_json ->> 'reason' AS reason
      FROM events e LEFT JOIN event_contents c USING (event_id)
      WHERE e.event_id < ? AND e.type IN (SELECT value FROM json_each(?)) ORDER BY e.event_id DESC LIMIT ?`,
    );
  }

  /** The latest `limit` actions before an event, newest first. */
  latest(before: number, limit: number): AdminAct[] {
    return this.before.all(before, JSON.stringify(adminActs), limit).map((act) => ({
      ...act,
      membersMayInvite: act.membersMayInvite === null ? null : act.membersMayInvite === 1,
    }));
  }
}
