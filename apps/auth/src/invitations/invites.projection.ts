import { authEvents, isEvent, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** All invites, with their uses and revocations. */
export class InvitesProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      create: sqlite.prepare(
        `INSERT INTO invites (invite_id, event_id, created_by, created_at, expires_at, max_uses, uses, first_admin, note)
         VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)`,
      ),
      redeem: sqlite.prepare('UPDATE invites SET uses = uses + 1 WHERE invite_id = ?'),
      revoke: sqlite.prepare('UPDATE invites SET revoked_at = ? WHERE invite_id = ?'),
      forgetNotes: sqlite.prepare('UPDATE invites SET note = NULL WHERE created_by = ?'),
      clear: sqlite.prepare('DELETE FROM invites'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(authEvents.inviteCreated, event)) {
      const { eventId, actorUserId, ts } = event;
      const { inviteId, expiresAt, maxUses, firstAdmin } = event.body;
      const note = event.content?.note ?? null;
      this.statements.create.run(inviteId, eventId, actorUserId, ts, expiresAt, maxUses, firstAdmin ? 1 : 0, note);
    } else if (isEvent(authEvents.inviteRedeemed, event)) {
      this.statements.redeem.run(event.body.inviteId);
    } else if (isEvent(authEvents.inviteRevoked, event)) {
      this.statements.revoke.run(event.ts, event.body.inviteId);
    } else if (isEvent(authEvents.userDeleted, event) && event.body.words === 'erased') {
      this.statements.forgetNotes.run(event.body.userId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
