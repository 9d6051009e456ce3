import type { PeerId, SessionId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** The session of each peer, stored for the next start of this service. Write only inside GroupCommit. */
@Injectable()
export class PeerSessionsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      all: sqlite.prepare<[], [PeerId, SessionId]>('SELECT peer_id, session_id FROM call_seats').raw(),
      keep: sqlite.prepare('INSERT OR REPLACE INTO call_seats (peer_id, session_id) VALUES (?, ?)'),
      forget: sqlite.prepare('DELETE FROM call_seats WHERE peer_id = ?'),
    };
  }

  all(): ReadonlyMap<PeerId, SessionId> {
    return new Map(this.statements.all.all());
  }

  keep(peerId: PeerId, sessionId: SessionId): void {
    this.statements.keep.run(peerId, sessionId);
  }

  /** Removes all other peers. */
  keepOnly(peerIds: ReadonlySet<PeerId>): void {
    for (const peerId of this.all().keys()) if (!peerIds.has(peerId)) this.statements.forget.run(peerId);
  }
}
