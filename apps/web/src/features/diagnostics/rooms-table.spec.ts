import { describe, expect, it } from '@jest/globals';
import type { RoomId, RoomsReport } from '@devchitchat/contracts';
import { RoomNames } from '../../client/rooms/room-names';
import { garden } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { tableRows } from '../../platform/testing/table-rows';
import { RoomsTable } from './rooms-table';
import { exactTime } from './units';

const { render, screen } = page();

const attic = 'r_attic' as RoomId;
const busy = { roomId: garden.roomId, members: 3, lastSeq: 12, lastMessageAt: 1_000 };
const empty = { roomId: attic, members: 1, lastSeq: 0, lastMessageAt: null };

describe('the table of rooms', () => {
  const shown = (rooms: RoomsReport | null) =>
    render(RoomsTable, {
      inputs: { rooms },
      providers: [
        {
          provide: RoomNames,
          useValue: { ofId: (roomId: RoomId) => (roomId === garden.roomId ? 'garden' : undefined) },
        },
      ],
    });

  it('names only the rooms that the admin is in', async () => {
    await shown({ roomCount: 2, rooms: [busy, empty] });
    expect(tableRows()).toEqual([
      ['garden', '3', '12', exactTime(1_000)],
      [attic, '1', '0', 'none yet'],
    ]);
    expect(screen.getByText('2 in total')).toBeTruthy();
  });

  it('says that it shows only the most active of many', async () => {
    await shown({ roomCount: 70, rooms: [busy] });
    expect(screen.getByText('70 in total; the most active:')).toBeTruthy();
  });

  it('is missing while messaging is silent', async () => {
    await shown(null);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('No report from messaging yet.')).toBeTruthy();
  });
});
