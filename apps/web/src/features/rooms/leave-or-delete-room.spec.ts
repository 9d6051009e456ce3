import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { Rooms } from '../../client/rooms/rooms';
import { garden } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { DeleteRoom } from './delete-room';
import { LeaveRoom } from './leave-room';

const { render, screen, user } = page();

describe.each([
  ['leave', LeaveRoom, 'room.leave', 'Leave garden'],
  ['delete', DeleteRoom, 'room.delete', 'Delete garden'],
] as const)('the dialog that asks whether to %s a room', (_deed, dialog, command, verb) => {
  const opened = async (connection: ScriptedConnection) => {
    const gone: RoomId[] = [];
    const rooms = { provide: Rooms, useValue: { leave: (roomId: RoomId) => gone.push(roomId) } };
    const { emitted } = await render<LeaveRoom | DeleteRoom>(dialog, {
      inputs: { room: garden },
      providers: [connection.provider, rooms],
    });
    return { gone, emitted };
  };

  it('removes the room from the page once the server agrees', async () => {
    const connection = new ScriptedConnection().accepts(command, {});
    const { gone } = await opened(connection);
    await user.click(screen.getByRole('button', { name: verb }));
    expect(connection.asked).toEqual([{ name: command, draft: { roomId: garden.roomId } }]);
    expect(gone).toEqual([garden.roomId]);
  });

  it('keeps the room and shows why when the server refuses', async () => {
    const { gone } = await opened(new ScriptedConnection().refuses(command, 'The lobby stays.'));
    await user.click(screen.getByRole('button', { name: verb }));
    expect(screen.getByRole('alert').textContent).toBe('The lobby stays.');
    expect(gone).toEqual([]);
  });

  it('does nothing when it is closed', async () => {
    const connection = new ScriptedConnection();
    const { emitted } = await opened(connection);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(emitted.closed).toHaveLength(1);
    expect(connection.asked).toEqual([]);
  });
});
