import type { Access } from './command';

/** Needs no session: the invite page, signing in. */
export const anyone = {
  anonymous: 'ok',
  stranger: 'ok',
  formerMember: 'ok',
  member: 'ok',
  owner: 'ok',
  admin: 'ok',
} as const satisfies Access;

export const signedIn = { ...anyone, anonymous: 'unauthenticated' } as const satisfies Access;

export const adminsOnly = {
  anonymous: 'unauthenticated',
  stranger: 'forbidden',
  formerMember: 'forbidden',
  member: 'forbidden',
  owner: 'forbidden',
  admin: 'ok',
} as const satisfies Access;

/** Members of the room. To everyone else a private room does not exist, so the answer is `not_found`. */
export const roomMembers = {
  anonymous: 'unauthenticated',
  stranger: 'not_found',
  formerMember: 'not_found',
  member: 'ok',
  owner: 'ok',
  admin: 'not_found',
} as const satisfies Access;

export const roomOwners = { ...roomMembers, member: 'forbidden' } as const satisfies Access;
