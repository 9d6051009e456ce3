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

describe('the role in which somebody acts in a room', () => {
  it('is that of its owner for an admin who is in a room without one', () => {
    for (const kind of ['public', 'private'] as const) {
      expect(acting(kind, ['member', 'member'], 'member', true)).toBe('owner');
      expect(acting(kind, ['mod', 'member'], 'mod', true)).toBe('owner');
    }
  });

  it('is their own wherever somebody owns the room', () => {
    for (const own of roomRoles) {
      for (const isAdmin of [false, true]) expect(acting('public', ['owner', 'mod', 'member'], own, isAdmin)).toBe(own);
    }
  });

  it('is their own for everybody who is no admin', () => {
    expect(acting('public', ['member', 'mod'], 'member', false)).toBe('member');
    expect(acting('public', ['member', 'mod'], 'mod', false)).toBe('mod');
  });

  it('is none for somebody who is not in the room, admin or not', () => {
    for (const kind of roomKinds) expect(acting(kind, ['member'], undefined, true)).toBeUndefined();
  });

  it('is that of a member for everybody in a direct conversation', () => {
    expect(acting('direct', ['member', 'member'], 'member', true)).toBe('member');
  });
});

it('owners and mods moderate a room, members and strangers do not', () => {
  expect([...roomRoles, undefined].filter(isModerator)).toEqual(['owner', 'mod']);
});

it('moderators act on those below them, and members on nobody', () => {
  const pairs = roomRoles.flatMap((own) => roomRoles.map((other) => [own, other] as const));
  expect(pairs.filter(([own, other]) => outranks(own, other))).toEqual([
    ['owner', 'mod'],
    ['owner', 'member'],
    ['mod', 'member'],
  ]);
  expect(roomRoles.some((other) => outranks(undefined, other))).toBe(false);
});

it('members bring people into public rooms, moderators into private ones, and nobody into a direct conversation', () => {
  const may = (kind: RoomKind) => roomRoles.filter((role) => mayInvite({ kind }, role));
  expect(may('public')).toEqual(['owner', 'mod', 'member']);
  expect(may('private')).toEqual(['owner', 'mod']);
  expect(may('direct')).toEqual([]);
  expect(mayInvite({ kind: 'public' }, undefined)).toBe(false);
});

it('moderators call everybody, and members where everybody may', () => {
  const may = (everyoneBy: 'moderators' | 'everybody') =>
    roomRoles.filter((role) => mayMentionEveryone({ everyoneBy }, role));
  expect(may('moderators')).toEqual(['owner', 'mod']);
  expect(may('everybody')).toEqual(['owner', 'mod', 'member']);
  expect(mayMentionEveryone({ everyoneBy: 'everybody' }, undefined)).toBe(false);
});

it('moderators end the call of a room, and each of its people that of a direct conversation', () => {
  const may = (kind: RoomKind | undefined) => roomRoles.filter((role) => mayEndCall({ kind }, role));
  for (const kind of ['public', 'private', undefined] as const) expect(may(kind)).toEqual(['owner', 'mod']);
  expect(may('direct')).toEqual(['owner', 'mod', 'member']);
  expect(mayEndCall({ kind: 'direct' }, undefined)).toBe(false);
});

it('slow mode makes members wait, and no moderator', () => {
  const waits = roomRoles.map((role) => slowModeSecondsFor({ slowModeSeconds: 30 }, role));
  expect(Object.fromEntries(roomRoles.map((role, at) => [role, waits[at]]))).toEqual({ owner: 0, mod: 0, member: 30 });
});
