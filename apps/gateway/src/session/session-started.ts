import { sessionStarted, type Reply } from '@devchitchat/contracts';
import type { z } from 'zod';

type SessionStarted = z.infer<typeof sessionStarted>;

export interface Split {
  /** What the page gets. */
  readonly reply: Reply<unknown>;
  /** What only the browser keeps. */
  readonly session?: Pick<SessionStarted, 'sessionToken' | 'expiresAt'>;
}

/** Takes the token out of an answer that begins a session: no script in a page ever holds it. */
export function withoutToken(reply: Reply<unknown>): Split {
  if (!reply.ok || !isSessionStarted(reply.value)) return { reply };
  const { sessionToken, ...value } = reply.value;
  return { reply: { ok: true, value }, session: { sessionToken, expiresAt: value.expiresAt } };
}

const isSessionStarted = (value: unknown): value is SessionStarted =>
  typeof value === 'object' && value !== null && 'sessionToken' in value;
