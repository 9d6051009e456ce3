import { accepted, authEvents, refused, type Reply, type User, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** One refusal for an unknown handle, an account without a password and a wrong one: whoever guesses learns nothing. */
export const signIn = (user: User | undefined, isProven: boolean): Reply<User> =>
  user && isProven
    ? accepted(user)
    : refused('forbidden', 'The handle or the password is wrong, or this account has no password.');

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
  const changed = draft(authEvents.passwordChanged, {
    scopeId: userId,
    body: { userId, set: to === 'set' },
    content: null,
    audience: [],
  });
  return accepted([changed]);
}
