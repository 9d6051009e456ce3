import type { InviteId, RoomId, RoomInvite } from '@devchitchat/contracts';
import { hashToken, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { OpeningInvite } from './invite';
import { RoomInviteEntity } from './room-invite.entity';

const columns = `invite_id AS inviteId, room_id AS roomId, history, server_invite_id AS serverInviteId, created_by AS createdBy, created_at AS createdAt,
  expires_at AS expiresAt, max_uses AS maxUses, uses, revoked_at AS revokedAt`;

@Injectable()
export class RoomInvitesRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly dataSource: DataSource,
  ) {
    this.statements = {
      byId: sqlite.prepare<[InviteId], RoomInvite>(`SELECT ${columns} FROM room_invites WHERE invite_id = ?`),
      byToken: sqlite.prepare<[string], OpeningInvite>(
        `SELECT ${columns}, history_start AS historyStart FROM room_invites JOIN room_invite_tokens USING (invite_id) WHERE token_hash = ?`,
      ),
      keepToken: sqlite.prepare('INSERT INTO room_invite_tokens (token_hash, invite_id) VALUES (?, ?)'),
    };
  }

  byId(inviteId: InviteId): RoomInvite | undefined {
    return this.statements.byId.get(inviteId);
  }

  byToken(token: string): OpeningInvite | undefined {
    return this.statements.byToken.get(hashToken(token));
  }

  /** Only inside a GroupCommit transaction. */
  keepToken(inviteId: InviteId, token: string): void {
    this.statements.keepToken.run(hashToken(token), inviteId);
  }

  /** The first `limit` invites created before an event, newest first. */
  async ofRoom(
    roomId: RoomId,
    before: number,
    limit: number,
  ): Promise<{ readonly invite: RoomInvite; readonly eventId: number }[]> {
    const rows = await this.dataSource
      .getRepository(RoomInviteEntity)
      .find({ where: { roomId, eventId: LessThan(before) }, order: { eventId: 'DESC' }, take: limit });
    return rows.map(({ eventId, historyStart, ...invite }) => ({ invite, eventId }));
  }
}
