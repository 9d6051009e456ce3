import type { LeavingReason } from '@devchitchat/contracts';
import { t } from '../../../platform/language/t';
import type { CallEnding } from '../state/call-ending';

/** The reason a session ended without the user leaving. */
export type SessionEnding =
  | CallEnding
  /** The user is in this call on another device and has not been asked yet whether to move it here. */
  | { readonly elsewhere: true };

/** The ending that follows when the server removes this peer; `null` where the session goes on or the user left. */
export function endingAfter(reason: LeavingReason): CallEnding | null {
  switch (reason) {
    // The server missed liveness answers; the session joins again.
    case 'silent':
    case 'self':
      return null;
    case 'moved':
      return { sentence: t('You moved this call to another tab or device.') };
    case 'room_left':
      return { sentence: t('You’re no longer in this room.') };
    case 'signed_out':
    case 'disabled':
    case 'deleted':
      return { sentence: t('You were signed out, so you left the call.') };
  }
}

export const disconnectedTooLong = (): CallEnding => ({
  sentence: t('You were disconnected for too long, so you left the call.'),
});
