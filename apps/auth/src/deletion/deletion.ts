import {
  accepted,
  authEvents,
  authReasons as reasons,
  refused,
  type BodyOf,
  type Reply,
  type User,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { changeRole } from '../people/role';
import { endAllSessions, type SessionState } from '../sessions/session';

/** A person who asks to delete their account. */
export interface Leaver {
  readonly user: User;
  readonly isLastAdmin: boolean;
  readonly hasPassword: boolean;
  /** The person has just proven that they know the password. */
  readonly isProven: boolean;
  readonly sessions: readonly SessionState[];
}

/** The next admin, if the person names one; `successor` is `undefined` if that account does not exist. */
export type Succession = { readonly successor: User | undefined } | undefined;

/** Deletes an account. Its sessions end first, so that no socket outlives it. */
export function deleteAccount(
  { user, isLastAdmin, hasPassword, isProven, sessions }: Leaver,
  words: BodyOf<typeof authEvents.userDeleted>['words'],
  succession: Succession,
): Reply<readonly Draft[]> {
  if (hasPassword && !isProven) return refused(reasons.passwordWrong);
  const passedOn = passOn(user, succession);
  if (!passedOn.ok) return passedOn;
  if (isLastAdmin && passedOn.value.length === 0) {
    return refused(reasons.successorMissing);
  }
  const deleted = draft(authEvents.userDeleted, {
    scopeId: '',
    body: { userId: user.userId, words },
    content: null,
    audience: 'everyone',
  });
  return accepted([...passedOn.value, ...endAllSessions(sessions), deleted]);
}

/** Only an admin needs a successor. */
function passOn(user: User, succession: Succession): Reply<readonly Draft[]> {
  if (!succession) return accepted([]);
  const { successor } = succession;
  if (user.role !== 'admin') return refused(reasons.successorNotYoursToName);
  if (successor?.userId === user.userId) return refused(reasons.successorIsYou);
  return changeRole(successor, 'admin', false);
}
