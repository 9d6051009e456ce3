import { accepted, authEvents, refused, type Reply, type User, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { isPerson, noSuchPerson } from '../people/role';

/** Milliseconds. */
export const recoveryLifetime = 24 * 3_600_000;

export interface RecoveryLinkState {
  readonly userId: UserId;
  /** The admin who made it. */
  readonly createdBy: UserId;
  readonly expiresAt: number;
}

/** The same for every reason, so that nothing is learned about links one does not hold. */
const deadLink = refused(
  'not_found',
  'This recovery link is older than 24 hours, used, void or was never made here. Ask an admin for a new one.',
);

/** Not for oneself: whoever finds an admin's device unlocked would have the account for good. */
export function createRecovery(maker: UserId, user: User | undefined, now: number): Reply<RecoveryLinkState> {
  if (!isPerson(user)) return noSuchPerson();
  const { userId } = user;
  if (userId === maker) return refused('conflict', 'This is you. Sign another device in from your settings.');
  if (user.disabled) return refused('conflict', 'This account is disabled. Enable it first.');
  if (!user.active) return refused('conflict', 'This account is not in use. Nobody can sign in to it.');
  return accepted({ userId, createdBy: maker, expiresAt: now + recoveryLifetime });
}

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
