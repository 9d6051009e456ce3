import {
  accepted,
  authEvents,
  authReasons as reasons,
  refused,
  type Reply,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/**
 * One refusal for an unknown handle, an account without a password, and a wrong password, so that guesses reveal
 * nothing. Only a correct password reveals that an account is disabled.
 */
export function signIn(user: User | undefined, isProven: boolean): Reply<User> {
  if (!user || !isProven) {
    return refused(reasons.signInWrong);
  }
  if (user.disabled) return refused(reasons.accountDisabled);
  return accepted(user);
}

export interface PasswordState {
  readonly userId: UserId;
  readonly isSet: boolean;
  /** The person has just proven that they know the current password. */
  readonly isProven: boolean;
}

export function changePassword(
  { userId, isSet, isProven }: PasswordState,
  to: 'set' | 'removed',
): Reply<readonly Draft[]> {
  if (isSet && !isProven) {
    return refused(reasons.passwordNotCurrent);
  }
  if (!isSet && to === 'removed') return accepted([]);
  return accepted([passwordChanged(userId, to)]);
}

export const passwordChanged = (userId: UserId, to: 'set' | 'removed'): Draft =>
  draft(authEvents.passwordChanged, {
    scopeId: userId,
    body: { userId, set: to === 'set' },
    content: null,
    audience: [],
  });
