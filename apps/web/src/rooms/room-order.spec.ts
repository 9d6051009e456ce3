import { describe, expect, it } from '@jest/globals';
import { usualSettings, type Member, type Room, type RoomId } from '@devchitchat/contracts';
import { ada, bob, cyd } from '@devchitchat/contracts/testing';
import { inSidebarOrder, isLobby, mayInvite } from './room-order';

const room = (name: string, change: Partial<Room> = {}): Room => ({
  roomId: `r_${name}` as RoomId,
  kind: 'public',
  name,
  topic: '',
  createdBy: ada,
  createdAt: 0,
  ...usualSettings,
  ...change,
});
const lobby = room('lobby', { createdBy: null });
const members: Member[] = [
  { userId: ada, role: 'owner', joinedAt: 0, historyStart: 1, readSeq: 0 },
  { userId: bob, role: 'member', joinedAt: 0, historyStart: 1, readSeq: 0 },
];

describe('the sidebar', () => {
  it('begins with the lobby and goes on by name', () => {
    const names = inSidebarOrder([room('Zoo'), room('room 10'), lobby, room('room 9'), room('apples')]);
    expect(names.map(({ name }) => name)).toEqual(['lobby', 'apples', 'room 9', 'room 10', 'Zoo']);
  });

  it('does not take a room for the lobby because of its name', () => {
    expect(isLobby(room('lobby'))).toBe(false);
  });
});

describe('bringing people into a room', () => {
  it('is open to every member of a public room', () => {
    expect([ada, bob, cyd].map((userId) => mayInvite(room('a'), members, userId))).toEqual([true, true, false]);
  });

  it('is for the owner of a private one', () => {
    const secret = room('a', { kind: 'private' });
    expect([ada, bob, cyd].map((userId) => mayInvite(secret, members, userId))).toEqual([true, false, false]);
  });
});
