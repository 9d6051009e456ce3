import { describe, expect, it } from '@jest/globals';
import { garden } from '../testing/people';
import { directoryOf, matching, type ListedRoom } from './room-directory';

const now = 1_790_000_000_000;
const day = 86_400_000;
const room = (name: string, more: Partial<ListedRoom> = {}): ListedRoom => ({
  ...garden,
  name,
  joined: false,
  memberCount: 1,
  lastMessageAt: null,
  ...more,
});
const names = (rooms: readonly ListedRoom[]) => rooms.map(({ name }) => name);

describe('the directory of rooms', () => {
  it('begins with the most alive, whatever their age', () => {
    const rooms = [
      room('silent'),
      room('crowded once', { memberCount: 90, lastMessageAt: now - 30 * day }),
      room('small', { memberCount: 3, lastMessageAt: now - 1 }),
      room('big', { memberCount: 40, lastMessageAt: now - 6 * day }),
      room('quieter', { memberCount: 3, lastMessageAt: now - 2 }),
    ];
    const ordered = ['big', 'small', 'quieter', 'crowded once', 'silent'];
    expect(names(directoryOf(rooms, now))).toEqual(ordered);
    expect(names(directoryOf(rooms.toReversed(), now))).toEqual(ordered);
  });

  it('leaves out the lobby, private rooms and conversations', () => {
    const rooms = [
      room('lobby', { createdBy: null }),
      room('secret', { kind: 'private' }),
      room('', { kind: 'direct' }),
      room('cinema'),
    ];
    expect(names(directoryOf(rooms, now))).toEqual(['cinema']);
  });

  it.each([
    ['', ['Kino', 'Café', 'garden']],
    ['kino', ['Kino', 'Café']],
    ['CAFE', ['Café']],
    ['film kino', ['Café']],
    ['nothing', []],
  ])('is searched for %j by name, then by topic', (text, found) => {
    const rooms = [room('Kino'), room('Café', { topic: 'Film, Kino, Kuchen' }), room('garden')];
    expect(names(matching(rooms, text))).toEqual(found);
  });
});
