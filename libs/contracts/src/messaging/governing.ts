import type { RoomKind, RoomRole, RoomSettings } from './model';

/** As much of a room, and of somebody in it, as it takes to tell who governs. */
export interface Governed {
  readonly kind: RoomKind;
  /** Nobody who is in it has the role of its owner. */
  readonly isOwnerless: boolean;
  /** The role that this person has in it; `undefined` of somebody who is not in it. */
  readonly own: RoomRole | undefined;
  /** They are an admin of the server. */
  readonly isAdmin: boolean;
}

/**
 * The role in which somebody acts in a room: their own, except that a room without an owner belongs to the admins who are
 * in it. That is the lobby, and a public room whose owner left nobody behind. Nobody governs a direct conversation.
 */
export const actingRole = ({ kind, isOwnerless, own, isAdmin }: Governed): RoomRole | undefined =>
  own !== undefined && isAdmin && isOwnerless && kind !== 'direct' ? 'owner' : own;

/** Nobody in a room with these members owns it. */
export const isOwnerless = (members: Iterable<{ readonly role: RoomRole }>): boolean =>
  ![...members].some(({ role }) => role === 'owner');

/** Whether somebody in this role moderates a room: its owner and its mods do. */
export const isModerator = (role: RoomRole | undefined): boolean => role === 'owner' || role === 'mod';

const rank: Record<RoomRole, number> = { member: 0, mod: 1, owner: 2 };

/** Whether somebody who acts in one role may act on somebody who acts in the other: moderators on those below them. */
export const outranks = (own: RoomRole | undefined, other: RoomRole): boolean =>
  own !== undefined && isModerator(own) && rank[other] < rank[own];

/** Whether somebody in this role may bring people into a room, or make links into it. */
export const mayInvite = ({ kind }: { readonly kind: RoomKind }, role: RoomRole | undefined): boolean =>
  role !== undefined && kind !== 'direct' && (kind === 'public' || isModerator(role));

/** Whether the `@everyone` of somebody in this role calls everybody in a room. */
export const mayMentionEveryone = (
  { everyoneBy }: Pick<RoomSettings, 'everyoneBy'>,
  role: RoomRole | undefined,
): boolean => role !== undefined && (isModerator(role) || everyoneBy === 'everybody');

/** Whether somebody in this role may end the room's call for everyone. In a direct conversation each of its people may. */
export const mayEndCall = ({ kind }: { readonly kind: RoomKind | undefined }, role: RoomRole | undefined): boolean =>
  role !== undefined && (kind === 'direct' || isModerator(role));

/** Seconds that a person in this role waits between two messages to a room; 0 for its moderators. */
export const slowModeSecondsFor = (
  { slowModeSeconds }: Pick<RoomSettings, 'slowModeSeconds'>,
  role: RoomRole | undefined,
): number => (isModerator(role) ? 0 : slowModeSeconds);
