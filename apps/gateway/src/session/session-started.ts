import { sessionStarted, type Reply } from '@devchitchat/contracts';
import type { z } from 'zod';

type SessionStarted = z.infer<typeof sessionStarted>;

export interface Split {
  /** The Reply for the page. */
  readonly reply: Reply<unknown>;
  /** The session for the cookie. */
  readonly session?: Pick<SessionStarted, 'sessionToken' | 'expiresAt'>;
}

/** Removes the token from an answer that starts a session, so that scripts never see it. */
export function withoutToken(reply: Reply<unknown>): Split {
  if (!reply.ok || !isSessionStarted(reply.value)) return { reply };
  const { sessionToken, ...value } = reply.value;
  return { reply: { ok: true, value }, session: { sessionToken, expiresAt: value.expiresAt } };
}

const isSessionStarted = (value: unknown): value is SessionStarted =>
  typeof value === 'object' && value !== null && 'sessionToken' in value;
