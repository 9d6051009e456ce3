import { isEvent, signalingEvents as events, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** The history of calls and their peers, with times. */
export class CallHistoryProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      start: sqlite.prepare('INSERT INTO calls (call_id, room_id, started_by, started_at) VALUES (?, ?, ?, ?)'),
      end: sqlite.prepare('UPDATE calls SET ended_at = ?, end_reason = ? WHERE call_id = ?'),
      join: sqlite.prepare(
        'INSERT INTO call_peers (joined_event_id, call_id, peer_id, user_id, joined_at) VALUES (?, ?, ?, ?, ?)',
      ),
      leave: sqlite.prepare(
        'UPDATE call_peers SET left_at = COALESCE(left_at, ?), left_reason = ? WHERE joined_event_id = (SELECT MAX(joined_event_id) FROM call_peers WHERE call_id = ? AND peer_id = ?)',
      ),
      leaveAll: sqlite.prepare('UPDATE call_peers SET left_at = ? WHERE call_id = ? AND left_at IS NULL'),
      clearPeers: sqlite.prepare('DELETE FROM call_peers'),
      clearCalls: sqlite.prepare('DELETE FROM calls'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(events.callStarted, event)) {
      const { callId, roomId, startedBy } = event.body;
      this.statements.start.run(callId, roomId, startedBy, event.ts);
    } else if (isEvent(events.callJoined, event)) {
      const { callId, peerId, userId } = event.body;
      this.statements.join.run(event.eventId, callId, peerId, userId, event.ts);
    } else if (isEvent(events.callLeft, event)) {
      const { callId, peerId, reason } = event.body;
      this.statements.leave.run(event.ts, reason, callId, peerId);
    } else if (isEvent(events.callEnded, event)) {
      const { callId, reason } = event.body;
      this.statements.leaveAll.run(event.ts, callId);
      this.statements.end.run(event.ts, reason, callId);
    }
  }

  clear(): void {
    this.statements.clearPeers.run();
    this.statements.clearCalls.run();
  }
}
