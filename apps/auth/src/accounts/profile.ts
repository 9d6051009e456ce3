import {
  authEvents,
  authReasons as reasons,
  commonReasons,
  refused,
  type Actor,
  type ContentOf,
  type InputOf,
  type Reply,
  type User,
  type UserId,
  accepted,
  type authCommands,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** Changes of a profile; `null` removes a part. Its picture may also be replaced. */
export type ProfileChanges = Omit<InputOf<typeof authCommands.profileUpdate>, 'userId' | 'picture'> & {
  readonly picture?: string | null | undefined;
};

const parts = ['displayName', 'picture', 'tone', 'bio', 'pronouns'] as const;
type Content = ContentOf<typeof authEvents.userProfileChanged>;

/** Returns no events if nothing changes. The event has the parts that do. */
export function changeProfile(user: User, wanted: ProfileChanges): readonly Draft[] {
  const changed = parts.filter((part) => wanted[part] !== undefined && wanted[part] !== (user[part] ?? null));
  if (changed.length === 0) return [];
  const content: Content = {
    displayName: user.displayName,
    ...Object.fromEntries(changed.map((part) => [part, wanted[part]])),
  };
  return [
    draft(authEvents.userProfileChanged, { scopeId: '', body: { userId: user.userId }, content, audience: 'everyone' }),
  ];
}

/** The user after these changes. */
export function withProfile(user: User, wanted: ProfileChanges): User {
  const { displayName, picture, tone, bio, pronouns, ...rest } = user;
  const changed = { displayName, picture, tone, bio, pronouns, ...present(wanted) };
  return { ...rest, ...present(changed, null) } as User;
}

/** Without the fields that are undefined or `without`. */
const present = (fields: object, without?: null): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== without));

/**
 * The user whose profile the actor may change: their own, or, for admins, an active bot's.
 *
 * @param find looks up a user
 */
export function profileOf(
  actor: Actor,
  userId: UserId | undefined,
  find: (userId: UserId) => User | undefined,
): Reply<User> {
  if (userId === undefined || userId === actor.userId) {
    const user = find(actor.userId);
    return user ? accepted(user) : refused(commonReasons.accountGone);
  }
  if (actor.role !== 'admin') return refused(commonReasons.adminRequired);
  const bot = find(userId);
  return bot?.isBot && bot.active ? accepted(bot) : refused(reasons.botUnknown);
}
