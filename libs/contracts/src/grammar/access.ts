import type { Actor } from './actor';
import { standings, type Access, type Standing } from './command';
import { adminRequired, sessionRequired } from './reasons-of-any-command';
import { refused, type Refused } from './reply';

/** Added by commands on the bot surface. For bots no other command exists, as the presets say. */
export const bots = { bot: 'ok' } as const satisfies Partial<Access>;

/** Needs no session: the invite page, signing in. */
export const anyone = {
  anonymous: 'ok',
  stranger: 'ok',
  formerMember: 'ok',
  banned: 'ok',
  member: 'ok',
  muted: 'ok',
  mod: 'ok',
  owner: 'ok',
  admin: 'ok',
  bot: 'invalid',
} as const satisfies Access;

export const signedIn = { ...anyone, anonymous: 'unauthenticated' } as const satisfies Access;

export const adminsOnly = {
  anonymous: 'unauthenticated',
  stranger: 'forbidden',
  formerMember: 'forbidden',
  banned: 'forbidden',
  member: 'forbidden',
  muted: 'forbidden',
  mod: 'forbidden',
  owner: 'forbidden',
  admin: 'ok',
  bot: 'invalid',
} as const satisfies Access;

/** Members of the room. To everyone else a private room does not exist, so the answer is `not_found`. */
export const roomMembers = {
  anonymous: 'unauthenticated',
  stranger: 'not_found',
  formerMember: 'not_found',
  banned: 'not_found',
  member: 'ok',
  muted: 'ok',
  mod: 'ok',
  owner: 'ok',
  admin: 'not_found',
  bot: 'invalid',
} as const satisfies Access;

/** Joining a room in a way that is open to everyone else. */
export const unlessBanned = { ...signedIn, banned: 'forbidden' } as const satisfies Access;

/** Members of the room who may speak in it. */
export const roomSpeakers = { ...roomMembers, muted: 'forbidden' } as const satisfies Access;

/** The room's owner and moderators, and admins in a room without an owner: see `actingRole`. */
export const roomModerators = { ...roomMembers, member: 'forbidden', muted: 'forbidden' } as const satisfies Access;

export const roomOwners = { ...roomModerators, mod: 'forbidden' } as const satisfies Access;

/** The requirement on the actor alone, whatever the room. */
export type ActorNeeded = 'nobody' | 'signed in' | 'admin';

const people = standings.filter((standing) => standing !== 'anonymous' && standing !== 'admin' && standing !== 'bot');

/** Derived from the table: a command that is forbidden in every standing but the admin's is for admins. */
export function actorNeeded(access: Access): ActorNeeded {
  if (access.anonymous === 'ok') return 'nobody';
  const isForbidden = (standing: Standing) => access[standing] === 'forbidden';
  return access.admin === 'ok' && people.every(isForbidden) ? 'admin' : 'signed in';
}

/** Returns a refusal if the actor may never use the command; `undefined` if the owning service decides. */
export function refuseActor(needed: ActorNeeded, actor: Pick<Actor, 'role'> | null): Refused | undefined {
  if (needed === 'nobody') return undefined;
  if (actor === null) return refused(sessionRequired);
  if (needed === 'admin' && actor.role !== 'admin') {
    return refused(adminRequired);
  }
  return undefined;
}
