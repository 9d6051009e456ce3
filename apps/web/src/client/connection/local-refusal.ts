import type { Refusal } from '@devchitchat/contracts';

/** The page's own reasons for a missing reply; the server may or may not have executed the command. */
export type OwnReason =
  | 'page.offline'
  | 'page.unanswered'
  | 'page.unreachable'
  | 'page.no_call'
  | 'page.canceled'
  | 'page.file_unreadable'
  | 'page.file_missing'
  | 'page.file_late';

/** A refusal made by the page, for a command that was not sent or not answered. `message` is in the page's language. */
export const localRefusal = (reason: OwnReason, message: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code: 'unavailable', reason, message, retryable: true },
});
