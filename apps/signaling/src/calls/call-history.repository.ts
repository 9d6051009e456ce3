import type { CallId, PeerId, RoomId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** What the file tells of calls. */
@Injectable()
export class CallHistory {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      open: sqlite.prepare<[], { callId: CallId; roomId: RoomId }>(
        'SELECT call_id AS callId, room_id AS roomId FROM calls WHERE ended_at IS NULL',
      ),
      roomOf: sqlite.prepare<[CallId], RoomId>('SELECT room_id FROM calls WHERE call_id = ?').pluck(),
      personOf: sqlite
        .prepare<[PeerId], UserId>('SELECT user_id FROM call_peers WHERE peer_id = ? ORDER BY joined_event_id LIMIT 1')
        .pluck(),
    };
  }

  /** The calls that have not ended. */
  open(): readonly { readonly callId: CallId; readonly roomId: RoomId }[] {
    return this.statements.open.all();
  }

  /** The room of a call, also of one that is over. */
  roomOf(callId: CallId): RoomId | undefined {
    return this.statements.roomOf.get(callId);
  }

  /** Who first was in a call under this peer id; `null` for an unused one. */
  personOf(peerId: PeerId): UserId | null {
    return this.statements.personOf.get(peerId) ?? null;
  }
}
