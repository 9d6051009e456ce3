import {
  actingRole,
  outranks,
  isModerator,
  isOwnerless,
  mayInvite,
  mayEndCall,
  mayMentionEveryone,
  slowModeSecondsFor,
} from './governing';
import { roomKinds, roomRoles, type RoomKind, type RoomRole } from './model';

const acting = (kind: RoomKind, roles: readonly RoomRole[], own: RoomRole | undefined, isAdmin: boolean) =>
  actingRole({ kind, isOwnerless: isOwnerless(roles.map((role) => ({ role }))), own, isAdmin });

describe('the acting role of a person in a room', () => {
  it('is owner for an admin who is in an ownerless room', () => {
    for (const kind of ['public', 'private'] as const) {
      expect(acting(kind, ['member', 'member'], 'member', true)).toBe('owner');
      expect(acting(kind, ['mod', 'member'], 'mod', true)).toBe('owner');
    }
  });

  it('is their own role in a room with an owner', () => {
    for (const own of roomRoles) {
      for (const isAdmin of [false, true]) expect(acting('public', ['owner', 'mod', 'member'], own, isAdmin)).toBe(own);
    }
  });

  it('is their own role for everyone but admins', () => {
    expect(acting('public', ['member', 'mod'], 'member', false)).toBe('member');
    expect(acting('public', ['member', 'mod'], 'mod', false)).toBe('mod');
  });

  it('is undefined for non-members, even for admins', () => {
    for (const kind of roomKinds) expect(acting(kind, ['member'], undefined, true)).toBeUndefined();
  });

  it('is member for everyone in a direct conversation', () => {
    expect(acting('direct', ['member', 'member'], 'member', true)).toBe('member');
  });
});

it('owners and mods moderate a room, members and strangers do not', () => {
  expect([...roomRoles, undefined].filter(isModerator)).toEqual(['owner', 'mod']);
});

it('moderators outrank members, owners outrank both, and members outrank no one', () => {
  const pairs = roomRoles.flatMap((own) => roomRoles.map((other) => [own, other] as const));
  expect(pairs.filter(([own, other]) => outranks(own, other))).toEqual([
    ['owner', 'mod'],
    ['owner', 'member'],
    ['mod', 'member'],
  ]);
  expect(roomRoles.some((other) => outranks(undefined, other))).toBe(false);
});

it('members invite people to public rooms, moderators to private ones, and no one to a direct conversation', () => {
  const may = (kind: RoomKind) => roomRoles.filter((role) => mayInvite({ kind }, role));
  expect(may('public')).toEqual(['owner', 'mod', 'member']);
  expect(may('private')).toEqual(['owner', 'mod']);
  expect(may('direct')).toEqual([]);
  expect(mayInvite({ kind: 'public' }, undefined)).toBe(false);
});

it('moderators may mention everyone, and members where the room allows it', () => {
  const may = (everyoneBy: 'moderators' | 'everybody') =>
    roomRoles.filter((role) => mayMentionEveryone({ everyoneBy }, role));
  expect(may('moderators')).toEqual(['owner', 'mod']);
  expect(may('everybody')).toEqual(['owner', 'mod', 'member']);
  expect(mayMentionEveryone({ everyoneBy: 'everybody' }, undefined)).toBe(false);
});

it('moderators may end the call of a room, and either person that of a direct conversation', () => {
  const may = (kind: RoomKind | undefined) => roomRoles.filter((role) => mayEndCall({ kind }, role));
  for (const kind of ['public', 'private', undefined] as const) expect(may(kind)).toEqual(['owner', 'mod']);
  expect(may('direct')).toEqual(['owner', 'mod', 'member']);
  expect(mayEndCall({ kind: 'direct' }, undefined)).toBe(false);
});

it('slow mode makes members wait, and no moderator', () => {
  const waits = roomRoles.map((role) => slowModeSecondsFor({ slowModeSeconds: 30 }, role));
  expect(Object.fromEntries(roomRoles.map((role, at) => [role, waits[at]]))).toEqual({ owner: 0, mod: 0, member: 30 });
});
