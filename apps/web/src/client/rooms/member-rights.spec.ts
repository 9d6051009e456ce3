import { describe, expect, it } from '@jest/globals';
import { usualSettings, type Member, type Room, type RoomId, type RoomRole, type UserId } from '@devchitchat/contracts';
import { ada, bob, cyd } from '@devchitchat/contracts/testing';
import { belongsToAdmins, roleIn } from './member-rights';

const room = (kind: Room['kind']): Room => ({
  roomId: 'r_1' as RoomId,
  kind,
  name: 'kitchen',
  topic: '',
  createdBy: null,
  createdAt: 0,
  ...usualSettings,
});
const member = (userId: UserId, role: RoomRole = 'member'): Member => ({
  userId,
  role,
  joinedAt: 0,
  historyStart: 1,
  readSeq: 0,
});
const admin = { userId: ada, role: 'admin', active: true } as const;
const ownerless = [member(ada), member(bob)];
const owned = [member(ada), member(bob, 'owner')];

describe('the effective role of a user in a room', () => {
  it('is owner for an admin in the lobby and in every room without an owner', () => {
    for (const kind of ['public', 'private'] as const) {
      expect(roleIn({ room: room(kind), members: ownerless }, admin)).toBe('owner');
      expect(roleIn({ room: room(kind), members: owned }, admin)).toBe('member');
    }
    expect(roleIn({ room: room('direct'), members: ownerless }, admin)).toBe('member');
  });

  it('is their own role for everyone else', () => {
    const inRoom = { room: room('public'), members: ownerless };
    expect(roleIn(inRoom, { ...admin, role: 'member' })).toBe('member');
    expect(roleIn(inRoom, { ...admin, active: false })).toBe('member');
    expect(roleIn(inRoom, { ...admin, userId: cyd })).toBeUndefined();
    expect(roleIn(inRoom, null)).toBeUndefined();
  });
});

it('ownerless rooms belong to the admins, except direct conversations', () => {
  expect(belongsToAdmins({ room: room('public'), members: ownerless })).toBe(true);
  expect(belongsToAdmins({ room: room('public'), members: owned })).toBe(false);
  expect(belongsToAdmins({ room: room('direct'), members: ownerless })).toBe(false);
});
