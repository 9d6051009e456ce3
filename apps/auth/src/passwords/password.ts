import { accepted, authEvents, refused, type Reply, type User, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/**
 * One refusal for an unknown handle, an account without a password and a wrong one: whoever guesses learns nothing. That an
 * account is disabled hears only who knows its password.
 */
export function signIn(user: User | undefined, isProven: boolean): Reply<User> {
  if (!user || !isProven) {
    return refused('forbidden', 'The handle or the password is wrong, or this account has no password.');
  }
  if (user.disabled) return refused('forbidden', 'An admin has disabled this account. Ask one of them.');
  return accepted(user);
}

export interface PasswordState {
  readonly userId: UserId;
  readonly isSet: boolean;
  /** The person has just shown that they know the one that is set. */
  readonly isProven: boolean;
}

export function changePassword(
  { userId, isSet, isProven }: PasswordState,
  to: 'set' | 'removed',
): Reply<readonly Draft[]> {
  if (isSet && !isProven) {
    return refused('forbidden', 'You have a password already. Give the current one to change it; this was not it.');
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
