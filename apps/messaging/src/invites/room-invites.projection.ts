import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** Room invites and their uses, without their tokens, which are secrets. */
export class RoomInvitesProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      create: sqlite.prepare(
        `INSERT INTO room_invites (invite_id, room_id, event_id, created_by, created_at, expires_at, max_uses, history, history_start, server_invite_id, uses)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
      ),
      use: sqlite.prepare('UPDATE room_invites SET uses = uses + 1 WHERE invite_id = ?'),
      revoke: sqlite.prepare('UPDATE room_invites SET revoked_at = ? WHERE invite_id = ?'),
      voidAll: sqlite.prepare(
        'UPDATE room_invites SET revoked_at = ? WHERE room_id = ? AND created_by = ? AND revoked_at IS NULL',
      ),
      clear: sqlite.prepare('DELETE FROM room_invites'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.roomInviteCreated, event)) {
      const { eventId, actorUserId, ts } = event;
      const { inviteId, roomId, expiresAt, maxUses, history = 'whole', historyStart = 1 } = event.body;
      const { serverInviteId = null } = event.body;
      const made = [inviteId, roomId, eventId, actorUserId, ts];
      this.statements.create.run(...made, expiresAt, maxUses, history, historyStart, serverInviteId);
    } else if (isEvent(messagingEvents.roomInviteRedeemed, event)) {
      this.statements.use.run(event.body.inviteId);
    } else if (isEvent(messagingEvents.roomInviteRevoked, event)) {
      this.statements.revoke.run(event.ts, event.body.inviteId);
    } else if (isEvent(messagingEvents.roomInvitesVoided, event)) {
      this.statements.voidAll.run(event.ts, event.body.roomId, event.body.createdBy);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
