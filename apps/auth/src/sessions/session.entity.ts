import type { SessionId, UserId } from '@devchitchat/contracts';
import { EntitySchema } from 'typeorm';

/** A session that was opened and not revoked; whether it is over by age, its reader works out. */
export interface SessionRow {
  sessionId: SessionId;
  userId: UserId;
  /** Empty once erased. */
  device: string;
  createdAt: number;
  expiresAt: number;
}

export const SessionEntity = new EntitySchema<SessionRow>({
  name: 'Session',
  tableName: 'sessions',
  columns: {
    sessionId: { name: 'session_id', type: 'text', primary: true },
    userId: { name: 'user_id', type: 'text' },
    device: { type: 'text' },
    createdAt: { name: 'created_at', type: 'integer' },
    expiresAt: { name: 'expires_at', type: 'integer' },
  },
  indices: [{ name: 'sessions_by_user', columns: ['userId'] }],
});
