import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomSnapshot } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Rooms } from '../../client/rooms/rooms';
import { garden } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { BrowseRooms } from './browse-rooms';

const { render, screen, user } = page();

const snapshot = new RoomLog().latest;
const listed = (name: string, joined: boolean) => ({ ...garden, name, topic: 'What grows', memberCount: 3, joined });

describe('the dialog that lists public rooms', () => {
  let connection: ScriptedConnection;
  let router: RecordingRouter;
  let entered: RoomSnapshot[];
  beforeEach(() => {
    connection = new ScriptedConnection();
    router = new RecordingRouter();
    entered = [];
  });
  const opened = () =>
    render(BrowseRooms, {
      providers: [
        connection.provider,
        router.provider,
        { provide: Rooms, useValue: { enter: (room: RoomSnapshot) => entered.push(room) } },
      ],
    });

  it('lists the rooms that the user is not in, joins one and goes there', async () => {
    const rooms = [listed('garden', false), listed('kitchen', true)];
    connection.accepts('room.list', { rooms, next: null }).accepts('room.join', snapshot);
    const { emitted } = await opened();
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/garden.*3 people · What grows/),
    ]);

    await user.click(screen.getByRole('button', { name: 'Join garden' }));
    expect(entered).toEqual([snapshot]);
    expect(emitted.closed).toHaveLength(1);
    expect(router.visited).toEqual([`/room/${garden.roomId}`]);
  });

  it('stays open and shows why the user may not join', async () => {
    connection
      .accepts('room.list', { rooms: [listed('garden', false)], next: null })
      .refuses('room.join', "You're banned from this room.");
    const { emitted } = await opened();
    await user.click(screen.getByRole('button', { name: 'Join garden' }));
    expect(screen.getByRole('alert').textContent).toContain("You're banned from this room.");
    expect(emitted.closed).toEqual([]);
  });

  it('offers to try again when the list cannot be loaded', async () => {
    connection.refuses('room.list', 'The server is busy.');
    await opened();
    connection.accepts('room.list', { rooms: [listed('garden', false)], next: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('button', { name: 'Join garden' })).toBeTruthy();
  });
});
