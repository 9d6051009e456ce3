import type { InviteId, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

export interface InviteRow {
  inviteId: InviteId;
  /** The event that created the invite. Lists are ordered by it, since two invites may share a millisecond. */
  eventId: number;
  /** `null` for the first admin's. */
  createdBy: UserId | null;
  createdAt: number;
  expiresAt: number;
  maxUses: number;
  uses: number;
  revokedAt: number | null;
  firstAdmin: boolean;
  note: string | null;
}

export const InviteEntity = new EntitySchema<InviteRow>({
  name: 'Invite',
  tableName: 'invites',
  columns: {
    inviteId: { name: 'invite_id', type: 'text', primary: true },
    eventId: { name: 'event_id', type: 'integer' },
    createdBy: { name: 'created_by', type: 'text', nullable: true },
    createdAt: { name: 'created_at', type: 'integer' },
    expiresAt: { name: 'expires_at', type: 'integer' },
    maxUses: { name: 'max_uses', type: 'integer' },
    uses: { type: 'integer' },
    revokedAt: { name: 'revoked_at', type: 'integer', nullable: true },
    firstAdmin: { name: 'first_admin', type: 'boolean' },
    note: { type: 'text', nullable: true },
  },
  indices: [{ name: 'invites_by_age', columns: ['eventId'], unique: true }],
});
