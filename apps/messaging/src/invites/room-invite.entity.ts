import type { RoomInvite } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

export interface RoomInviteRow extends RoomInvite {
  /** Orders the list, newest first. */
  eventId: number;
  /** The first message that its creator could see. */
  historyStart: number;
}

export const RoomInviteEntity = new EntitySchema<RoomInviteRow>({
  name: 'RoomInvite',
  tableName: 'room_invites',
  columns: {
    inviteId: { name: 'invite_id', type: 'text', primary: true },
    roomId: { name: 'room_id', type: 'text' },
    history: { type: 'text', default: 'whole' },
    historyStart: { name: 'history_start', type: 'integer', default: 1 },
    eventId: { name: 'event_id', type: 'integer' },
    serverInviteId: { name: 'server_invite_id', type: 'text', nullable: true },
    createdBy: { name: 'created_by', type: 'text' },
    createdAt: { name: 'created_at', type: 'integer' },
    expiresAt: { name: 'expires_at', type: 'integer' },
    maxUses: { name: 'max_uses', type: 'integer' },
    uses: { type: 'integer' },
    revokedAt: { name: 'revoked_at', type: 'integer', nullable: true },
  },
  indices: [{ name: 'room_invites_by_age', columns: ['roomId', 'eventId'] }],
});
