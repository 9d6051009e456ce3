import {
  accepted,
  authEvents,
  authReasons as reasons,
  isInviteOpen,
  refused,
  type Actor,
  type InviteId,
  type InviteLife,
  limits,
  type Refused,
  type Reply,
  type ServerSettings,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

export interface InviteState extends Readonly<InviteLife> {
  readonly inviteId: InviteId;
  /** Creates an admin, and works only while no account exists. */
  readonly firstAdmin: boolean;
}

export interface NewInvite {
  readonly inviteId: InviteId;
  readonly expiresInSeconds: number;
  readonly maxUses: number;
  readonly note?: string | undefined;
}

/** The same refusal for every reason, so that it reveals nothing about links the client does not hold. */
const deadLink = refused(reasons.inviteDead);

/** Whether the user may invite people to the server: as an admin, or as a member where the settings allow it. */
export const mayInvite = (
  user: Pick<User, 'active' | 'isBot' | 'role'> | undefined,
  { membersMayInvite }: ServerSettings,
): boolean => user !== undefined && user.active && !user.isBot && (user.role === 'admin' || membersMayInvite);

/** Why a person cannot create another invite; `undefined` if they can. */
export function refuseInviting(
  { role }: Pick<User, 'role'>,
  { isAllowed, open }: { readonly isAllowed: boolean; readonly open: number },
): Refused | undefined {
  if (!isAllowed) return refused(reasons.inviteAdminsOnly);
  const max = limits.openInvitesPerMember;
  return role !== 'admin' && open >= max ? refused(reasons.inviteTooMany, { max }) : undefined;
}

export interface Opening {
  readonly now: number;
  readonly isAnybodyHere: boolean;
  /** The creator may still create invites. Always true for invites of the server itself. */
  readonly isStillTheirs: boolean;
}

export function openInvite<Invite extends InviteState>(
  invite: Invite | undefined,
  { now, isAnybodyHere, isStillTheirs }: Opening,
): Reply<Invite> {
  const isOpen =
    invite !== undefined && isInviteOpen(invite, now) && isStillTheirs && !(invite.firstAdmin && isAnybodyHere);
  return isOpen ? accepted(invite) : deadLink;
}

const created = ({ inviteId, expiresInSeconds, maxUses, note }: NewInvite, firstAdmin: boolean, now: number) =>
  draft(authEvents.inviteCreated, {
    scopeId: '',
    body: { inviteId, expiresAt: now + expiresInSeconds * 1_000, maxUses, firstAdmin },
    content: { note: note ?? null },
    audience: [],
  });

export const revoked = (inviteId: InviteId) =>
  draft(authEvents.inviteRevoked, { scopeId: '', body: { inviteId }, content: null, audience: [] });

export const createInvite = (invite: NewInvite, now: number) => created(invite, false, now);

/** How many links for the first admin may be open: each of a few consecutive starts prints one. */
const openAtOnce = 3;
const week = 7 * 86_400;

/**
 * Creates a new link each time, because only its hash is stored and it cannot be shown again. Revokes the oldest ones.
 *
 * @param open newest first
 */
export function mintFirstAdminInvite(
  { isAnybodyHere, open }: { readonly isAnybodyHere: boolean; readonly open: readonly InviteId[] },
  inviteId: InviteId,
  now: number,
): readonly Draft[] {
  if (isAnybodyHere) return [];
  const invite = created({ inviteId, expiresInSeconds: week, maxUses: 1 }, true, now);
  return [...open.slice(openAtOnce - 1).map(revoked), invite];
}

/** Revoking a revoked invite succeeds without events. To a member, invites of others do not exist. */
export function revokeInvite(
  invite: (InviteState & { readonly createdBy: UserId | null }) | undefined,
  by: Pick<Actor, 'userId' | 'role'>,
): Reply<readonly Draft[]> {
  if (!invite || (by.role !== 'admin' && invite.createdBy !== by.userId)) return refused(reasons.inviteUnknown);
  return accepted(invite.revokedAt === null ? [revoked(invite.inviteId)] : []);
}
