import type { InviteId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { InviteEntity, type InviteRow } from './invite.entity';

/** The row as SQLite stores it, which has no booleans. */
type StoredInvite = Omit<InviteRow, 'firstAdmin'> & { firstAdmin: 0 | 1 };

const inviteOf = (row: StoredInvite | undefined): InviteRow | undefined =>
  row && { ...row, firstAdmin: row.firstAdmin === 1 };

const columns = `invite_id AS inviteId, event_id AS eventId, created_by AS createdBy, created_at AS createdAt,
  expires_at AS expiresAt, max_uses AS maxUses, uses, revoked_at AS revokedAt, first_admin AS firstAdmin, note`;

/** Invites and the hashes of their tokens. Writes only inside GroupCommit. */
@Injectable()
export class InvitesRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly dataSource: DataSource,
  ) {
    this.statements = {
      byId: sqlite.prepare<[InviteId], StoredInvite>(`SELECT ${columns} FROM invites WHERE invite_id = ?`),
      byTokenHash: sqlite.prepare<[string], StoredInvite>(
        `SELECT ${columns} FROM invites JOIN invite_tokens USING (invite_id) WHERE token_hash = ?`,
      ),
      firstAdmins: sqlite
        .prepare<[], InviteId>(
          'SELECT invite_id FROM invites WHERE first_admin AND revoked_at IS NULL ORDER BY event_id DESC',
        )
        .pluck(),
      openBy: sqlite
        .prepare<[UserId, number], InviteId>(
          'SELECT invite_id FROM invites WHERE created_by = ? AND revoked_at IS NULL AND uses < max_uses AND expires_at > ? ORDER BY event_id',
        )
        .pluck(),
      openOfMembers: sqlite
        .prepare<[number], InviteId>(
          `SELECT invite_id FROM invites JOIN users ON user_id = created_by
          WHERE role <> 'admin' AND revoked_at IS NULL AND uses < max_uses AND expires_at > ? ORDER BY invites.event_id`,
        )
        .pluck(),
      keepToken: sqlite.prepare('INSERT INTO invite_tokens (token_hash, invite_id) VALUES (?, ?)'),
    };
  }

  byId(inviteId: InviteId): InviteRow | undefined {
    return inviteOf(this.statements.byId.get(inviteId));
  }

  byTokenHash(hash: string): InviteRow | undefined {
    return inviteOf(this.statements.byTokenHash.get(hash));
  }

  /** Invites for the first admin that are not revoked, newest first. */
  firstAdminInvites(): InviteId[] {
    return this.statements.firstAdmins.all();
  }

  /** Invites of one person that still work. */
  openBy(userId: UserId, now: number): InviteId[] {
    return this.statements.openBy.all(userId, now);
  }

  /** Invites of people who are not admins, and that still work. */
  openOfMembers(now: number): InviteId[] {
    return this.statements.openOfMembers.all(now);
  }

  keepToken(inviteId: InviteId, hash: string): void {
    this.statements.keepToken.run(hash, inviteId);
  }

  /** The first `limit` invites that people, or this one, created before an event, newest first. */
  before(eventId: number, limit: number, createdBy?: UserId): Promise<InviteRow[]> {
    return this.dataSource.getRepository(InviteEntity).find({
      where: { firstAdmin: false, eventId: LessThan(eventId), ...(createdBy && { createdBy }) },
      order: { eventId: 'DESC' },
      take: limit,
    });
  }
}
