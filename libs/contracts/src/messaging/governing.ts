import type { RoomKind, RoomRole, RoomSettings } from './model';

/** Everything that determines a person's rights in a room. */
export interface Governed {
  readonly kind: RoomKind;
  /** True if no member is the owner. */
  readonly isOwnerless: boolean;
  /** The person's room role; `undefined` for a non-member. */
  readonly own: RoomRole | undefined;
  /** True if the person is a server admin. */
  readonly isAdmin: boolean;
}

/**
 * The role a person acts in: their own, except that admins act as owners in rooms without an owner that they are in: the
 * lobby, and a public room that no member could take over. A direct conversation has no owner.
 */
export const actingRole = ({ kind, isOwnerless, own, isAdmin }: Governed): RoomRole | undefined =>
  own !== undefined && isAdmin && isOwnerless && kind !== 'direct' ? 'owner' : own;

/** Whether none of these members is the owner. */
export const isOwnerless = (members: Iterable<{ readonly role: RoomRole }>): boolean =>
  ![...members].some(({ role }) => role === 'owner');

/** Whether this role moderates a room: the owner and the moderators do. */
export const isModerator = (role: RoomRole | undefined): boolean => role === 'owner' || role === 'mod';

const rank: Record<RoomRole, number> = { member: 0, mod: 1, owner: 2 };

/** Whether a person with the role `own` may moderate one with the role `other`: only moderators, and only lower roles. */
export const outranks = (own: RoomRole | undefined, other: RoomRole): boolean =>
  own !== undefined && isModerator(own) && rank[other] < rank[own];

/** Whether this role may add people to a room and create links to it. */
export const mayInvite = ({ kind }: { readonly kind: RoomKind }, role: RoomRole | undefined): boolean =>
  role !== undefined && kind !== 'direct' && (kind === 'public' || isModerator(role));

/** Whether `@everyone` by a person with this role mentions everyone in the room. */
export const mayMentionEveryone = (
  { everyoneBy }: Pick<RoomSettings, 'everyoneBy'>,
  role: RoomRole | undefined,
): boolean => role !== undefined && (isModerator(role) || everyoneBy === 'everybody');

/** Whether this role may end the room's call for everyone. In a direct conversation, each member may. */
export const mayEndCall = ({ kind }: { readonly kind: RoomKind | undefined }, role: RoomRole | undefined): boolean =>
  role !== undefined && (kind === 'direct' || isModerator(role));

/** Seconds that this role waits between two messages to a room; 0 for moderators. */
export const slowModeSecondsFor = (
  { slowModeSeconds }: Pick<RoomSettings, 'slowModeSeconds'>,
  role: RoomRole | undefined,
): number => (isModerator(role) ? 0 : slowModeSeconds);
