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
import { enableAccount } from '../people/account';
import { changeRole, isPerson, noSuchPerson } from '../people/role';

/** Milliseconds. */
export const recoveryLifetimeMs = 24 * 3_600_000;

export interface RecoveryLinkState {
  readonly userId: UserId;
  /** The admin who created it, or the person themselves if the operator created it at the server's terminal. */
  readonly createdBy: UserId;
  readonly expiresAt: number;
}

/** The same refusal for every reason, so that it reveals nothing about links the client does not hold. */
const deadLink = refused(reasons.recoveryDead);

/**
 * Refuses links for oneself. Otherwise anyone with an admin's unlocked device could take over the account permanently.
 */
export function createRecovery(maker: UserId, user: User | undefined, now: number): Reply<RecoveryLinkState> {
  if (!isPerson(user)) return noSuchPerson();
  const { userId } = user;
  if (userId === maker) return refused(reasons.recoveryForYou);
  if (user.disabled) return refused(reasons.recoveryDisabled);
  if (!user.active) return refused(reasons.accountUnused);
  return accepted({ userId, createdBy: maker, expiresAt: now + recoveryLifetimeMs });
}

/** Creates a link at the server's terminal. An operator who reaches the server's files could edit them anyway. */
export function createRecoveryByOperator(
  user: User | undefined,
  makeAdmin: boolean,
  now: number,
): Reply<{ readonly user: User; readonly link: RecoveryLinkState; readonly before: readonly Draft[] }> {
  if (!isPerson(user)) return refused(reasons.recoveryHandleUnknown);
  const { userId, disabled = false } = user;
  if (disabled && !makeAdmin) {
    return refused(reasons.recoveryDisabledAtTerminal);
  }
  if (!disabled && !user.active) return refused(reasons.accountUnused);
  const enabled = makeAdmin ? enableAccount(user) : accepted([]);
  if (!enabled.ok) return enabled;
  const promoted = makeAdmin ? changeRole({ ...user, active: true }, 'admin', false) : accepted([]);
  if (!promoted.ok) return promoted;
  const link = { userId, createdBy: userId, expiresAt: now + recoveryLifetimeMs };
  return accepted({ user, link, before: [...enabled.value, ...promoted.value] });
}

/** Whether the link's creator is still allowed to create it. */
export const isMakerTrusted = (
  { userId, createdBy }: RecoveryLinkState,
  isAdmin: (userId: UserId) => boolean,
): boolean => createdBy === userId || isAdmin(createdBy);

export const recoveryCreated = ({ userId, expiresAt }: RecoveryLinkState): Draft =>
  draft(authEvents.recoveryCreated, { scopeId: '', body: { userId, expiresAt }, content: null, audience: [] });

export const openRecovery = (
  link: RecoveryLinkState | undefined,
  { user, isMakerAdmin }: { readonly user: User | undefined; readonly isMakerAdmin: boolean },
  now: number,
): Reply<{ link: RecoveryLinkState; user: User }> =>
  link && user?.active && isMakerAdmin && now < link.expiresAt ? accepted({ link, user }) : deadLink;

export const recoveryRedeemed = (userId: UserId): Draft =>
  draft(authEvents.recoveryRedeemed, { scopeId: '', body: { userId }, content: null, audience: [] });
