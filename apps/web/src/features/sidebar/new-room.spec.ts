import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomSnapshot } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Rooms } from '../../client/rooms/rooms';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { NewRoom } from './new-room';

const { render, screen, user } = page();

const made = new RoomLog().latest;

describe('the dialog that creates a room', () => {
  let connection: ScriptedConnection;
  let router: RecordingRouter;
  let entered: RoomSnapshot[];
  beforeEach(() => {
    connection = new ScriptedConnection();
    router = new RecordingRouter();
    entered = [];
  });
  const opened = () =>
    render(NewRoom, {
      providers: [
        connection.provider,
        router.provider,
        { provide: Rooms, useValue: { enter: (snapshot: RoomSnapshot) => entered.push(snapshot) } },
      ],
    });
  const name = () => screen.getByRole('textbox', { name: 'Name' });

  it('creates it and goes there', async () => {
    connection.accepts('room.create', made);
    const { emitted } = await opened();
    await user.type(name(), ' garden ');
    await user.type(screen.getByRole('textbox', { name: 'Topic' }), 'What grows');
    await user.click(screen.getByRole('checkbox', { name: 'Private' }));
    await user.click(screen.getByRole('button', { name: 'Create' }));

    expect(connection.asked[0]?.draft).toEqual({ name: 'garden', topic: 'What grows', kind: 'private' });
    expect(entered).toEqual([made]);
    expect(emitted.closed).toHaveLength(1);
    expect(router.visited).toEqual([`/room/${made.room.roomId}`]);
  });

  it('asks for a name before it asks the server', async () => {
    await opened();
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(name().getAttribute('aria-invalid')).toBe('true');
    expect(connection.asked).toEqual([]);
  });

  it('keeps the typed text when the server refuses it', async () => {
    connection.refuses('room.create', 'Another room has this name.');
    await opened();
    await user.type(name(), 'lobby{Enter}');
    expect(screen.getByText('Another room has this name.')).toBeTruthy();
    expect((name() as HTMLInputElement).value).toBe('lobby');
    expect(router.visited).toEqual([]);
  });
});
