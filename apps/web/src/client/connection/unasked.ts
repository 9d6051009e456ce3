import type { Refusal } from '@devchitchat/contracts';

/** Why the page itself has no answer; nobody knows whether the server did anything. */
export type OwnReason = 'page.offline' | 'page.unanswered' | 'page.unreachable' | 'page.no_call';

/** A refusal of the page's own, for a command that was not asked or not answered. `message` is in its language. */
export const unasked = (reason: OwnReason, message: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code: 'unavailable', reason, message, retryable: true },
});
