import type { Refusal } from '@devchitchat/contracts';
import { hasReason } from '../answers/has-reason';
import { asSent, type LocalizedRefusal } from '../answers/localized-refusal';
import { reconnectDelay } from '../connection/reconnect-policy';

/** The next step after a refused part of an upload. `anew`: under another id, because the server takes no more for this one. */
export type UploadVerdict =
  | { readonly kind: 'again'; readonly inMs: number }
  | { readonly kind: 'anew' }
  | { readonly kind: 'failed'; readonly refusal: Refusal };

/** Ids under which one file is uploaded, the first included. */
const maxIds = 3;

/**
 * The next step of an upload after a refusal. A broken connection or a busy server heals; a full disk or quota does not
 * heal while the user waits.
 *
 * @param tries refusals since the upload last made progress, this one included
 * @param ids ids under which the file has been uploaded, this one included
 * @param random from 0 to 1
 */
export function afterUploadRefusal(
  error: LocalizedRefusal,
  { tries, ids, random }: { readonly tries: number; readonly ids: number; readonly random: number },
): UploadVerdict {
  if (hasReason(error, 'file.not_uploaded', 'file.unknown', 'file.id_reused') && ids < maxIds) return { kind: 'anew' };
  if (hasReason(error, 'file.disk_reserve', 'file.server_quota', 'file.too_many_open'))
    return { kind: 'failed', refusal: asSent(error) };
  // The server says where to go on, as `file.begin` does next.
  if (hasReason(error, 'file.offset')) return { kind: 'again', inMs: reconnectDelay(tries, random) };
  if (!error.retryable && error.code !== 'unauthenticated') return { kind: 'failed', refusal: asSent(error) };
  return { kind: 'again', inMs: Math.max(error.retryAfterMs ?? 0, reconnectDelay(tries * 4, random)) };
}
