import type { Access } from './command';

/** Needs no session: the invite page, signing in. */
export const anyone: Access = {
  anonymous: 'ok',
  stranger: 'ok',
  formerMember: 'ok',
  member: 'ok',
  owner: 'ok',
  admin: 'ok',
};

export const signedIn: Access = { ...anyone, anonymous: 'unauthenticated' };

export const adminsOnly: Access = {
  anonymous: 'unauthenticated',
  stranger: 'forbidden',
  formerMember: 'forbidden',
  member: 'forbidden',
  owner: 'forbidden',
  admin: 'ok',
};

/** Members of the room. To everyone else a private room does not exist, so the answer is `not_found`. */
export const roomMembers: Access = {
  anonymous: 'unauthenticated',
  stranger: 'not_found',
  formerMember: 'not_found',
  member: 'ok',
  owner: 'ok',
  admin: 'not_found',
};

export const roomOwners: Access = { ...roomMembers, member: 'forbidden' };
