import {
  accepted,
  authEvents,
  authReasons as reasons,
  refused,
  type Account,
  type Reply,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { handleKeyOf, type ListedUser } from '../accounts/user';
import { endAllSessions, type SessionState } from '../sessions/session';
import { isPerson, noSuchPerson } from './role';

interface Disabling {
  /** The admin who acts. */
  readonly by: UserId;
  readonly user: User | undefined;
  readonly reason: string | undefined;
  readonly sessions: readonly SessionState[];
  /** The recipients of the reason: all admins. */
  readonly admins: readonly UserId[];
}

/**
 * Disables an account. Its sessions end after the event, so that an open page receives the reason. Admins cannot
 * disable themselves, so that at least one admin remains. Disabling a disabled account succeeds without events.
 */
export function disableAccount({ by, user, reason, sessions, admins }: Disabling): Reply<readonly Draft[]> {
  if (!isPerson(user)) return noSuchPerson();
  const { userId } = user;
  if (userId === by) return refused(reasons.accountYours);
  if (user.disabled) return accepted([]);
  if (!user.active) return refused(reasons.accountUnused);
  const disabled = draft(authEvents.userDisabled, {
    scopeId: '',
    body: { userId },
    content: reason === undefined ? null : { reason },
    audience: [...new Set([...admins, userId])],
    followers: 'everyone',
  });
  return accepted([disabled, ...endAllSessions(sessions)]);
}

/** Enabling an account that is not disabled succeeds without events. */
export function enableAccount(user: User | undefined): Reply<readonly Draft[]> {
  if (!isPerson(user)) return noSuchPerson();
  if (!user.disabled) return accepted([]);
  const enabled = draft(authEvents.userEnabled, {
    scopeId: '',
    body: { userId: user.userId },
    content: null,
    audience: 'everyone',
  });
  return accepted([enabled]);
}

/** Returns no events if the person has no sessions. */
export function signOutEverywhere(user: User | undefined, sessions: readonly SessionState[]): Reply<readonly Draft[]> {
  if (!isPerson(user)) return noSuchPerson();
  if (sessions.length === 0) return accepted([]);
  const { userId } = user;
  const ended = draft(authEvents.userSessionsEnded, {
    scopeId: '',
    body: { userId, count: sessions.length },
    content: null,
    audience: [],
  });
  return accepted([ended, ...endAllSessions(sessions)]);
}

export const stateOf = ({ active, disabled }: User): Account['state'] =>
  active ? 'active' : disabled ? 'disabled' : 'imported';

/** The accounts that match the search and come after a handle, in their given order. */
export function foundAfter(
  listed: readonly ListedUser[],
  { search, after }: { readonly search: string; readonly after?: string | undefined },
): readonly ListedUser[] {
  const sought = search.trim().replace(/^@/, '').toLowerCase();
  return listed.filter(
    ({ user: { handle, displayName } }) =>
      (after === undefined || handleKeyOf(handle) > handleKeyOf(after)) &&
      `${handle} ${displayName}`.toLowerCase().includes(sought),
  );
}
