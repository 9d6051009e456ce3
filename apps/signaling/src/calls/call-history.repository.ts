import type { CallId, PeerId, RoomId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { FormerPeer } from './decide';

/** Reads stored calls. */
@Injectable()
export class CallHistory {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      open: sqlite.prepare<[], { callId: CallId; roomId: RoomId }>(
        'SELECT call_id AS callId, room_id AS roomId FROM calls WHERE ended_at IS NULL',
      ),
      roomOf: sqlite.prepare<[CallId], RoomId>('SELECT room_id FROM calls WHERE call_id = ?').pluck(),
      lastStay: sqlite.prepare<[PeerId], FormerPeer>(
        `SELECT call_id AS callId, user_id AS userId, left_reason AS leftBecause, end_reason AS endedBecause
           FROM call_peers JOIN calls USING (call_id) WHERE peer_id = ? ORDER BY joined_event_id DESC LIMIT 1`,
      ),
    };
  }

  /** The calls that have not ended. */
  open(): readonly { readonly callId: CallId; readonly roomId: RoomId }[] {
    return this.statements.open.all();
  }

  /** The room of a call, including ended ones. */
  roomOf(callId: CallId): RoomId | undefined {
    return this.statements.roomOf.get(callId);
  }

  /** The last use of this peer id; `null` if it is unused. */
  formerPeer(peerId: PeerId): FormerPeer | null {
    return this.statements.lastStay.get(peerId) ?? null;
  }
}
