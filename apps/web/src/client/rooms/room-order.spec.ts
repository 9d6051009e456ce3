import { describe, expect, it } from '@jest/globals';
import { usualSettings, type Room, type RoomId } from '@devchitchat/contracts';
import { ada } from '@devchitchat/contracts/testing';
import { inSidebarOrder, isLobby } from './room-order';

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

describe('the sidebar', () => {
  it('begins with the lobby and goes on by name', () => {
    const names = inSidebarOrder([room('Zoo'), room('room 10'), lobby, room('room 9'), room('apples')]);
    expect(names.map(({ name }) => name)).toEqual(['lobby', 'apples', 'room 9', 'room 10', 'Zoo']);
  });

  it('does not mistake a room for the lobby because of its name', () => {
    expect(isLobby(room('lobby'))).toBe(false);
  });
});
