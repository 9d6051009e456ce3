import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId, RoomSnapshot } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Rooms } from '../../client/rooms/rooms';
import { garden } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { BrowseRooms } from './browse-rooms';

const { render, screen, user } = page();

const snapshot = new RoomLog().latest;
const listed = (name: string, joined: boolean) => ({
  ...garden,
  name,
  topic: 'What grows',
  memberCount: 3,
  joined,
  lastMessageAt: null,
});

describe('the dialog that lists public rooms', () => {
  let connection: ScriptedConnection;
  let entered: RoomSnapshot[];
  beforeEach(() => {
    connection = new ScriptedConnection();
    entered = [];
  });
  const opened = () =>
    render(BrowseRooms, {
      providers: [
        connection.provider,
        provideRouter([{ path: '**', children: [] }]),
        { provide: Rooms, useValue: { enter: (room: RoomSnapshot) => entered.push(room) } },
      ],
    });

  it('tells which rooms are for everybody', async () => {
    const rooms = [{ ...listed('news', true), forEverybody: true }, listed('garden', false)];
    connection.accepts('room.list', { rooms, next: null });
    await opened();
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows.find((row) => row.includes('news'))).toContain('For everybody');
    expect(rows.find((row) => row.includes('garden'))).not.toContain('For everybody');
  });

  it('lists public rooms, joins one and goes there', async () => {
    const rooms = [listed('garden', false), { ...listed('kitchen', true), roomId: 'r_kitchen' as RoomId }];
    connection.accepts('room.list', { rooms, next: null }).accepts('room.join', snapshot);
    const { emitted } = await opened();
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/garden.*3 people\s+· no messages yet\s+What grows.*Join/s),
      expect.stringMatching(/kitchen.*Open/s),
    ]);
    expect(screen.getByRole('link', { name: 'Open kitchen. You’re in it.' }).getAttribute('href')).toBe(
      '/room/r_kitchen',
    );

    await user.click(screen.getByRole('button', { name: 'Join garden' }));
    expect(entered).toEqual([snapshot]);
    expect(emitted.closed).toHaveLength(1);
    expect(TestBed.inject(Router).url).toBe(`/room/${garden.roomId}`);
  });

  it('says when the last message of a room was sent', async () => {
    const at = (ago: number) => ({ ...listed('garden', false), lastMessageAt: Date.now() - ago });
    connection.accepts('room.list', { rooms: [at(2 * 60_000 + 1_000)], next: null });
    await opened();
    expect(screen.getByRole('listitem').textContent).toContain('last message 2 minutes ago');
  });

  it('does not offer to join a room from which the user is banned', async () => {
    connection.accepts('room.list', { rooms: [{ ...listed('garden', false), banned: true }], next: null });
    await opened();
    expect(screen.getByRole('listitem').textContent).toContain('You’re banned');
    expect(screen.queryByRole('button', { name: 'Join garden' })).toBeNull();
  });

  it('is searched, and says when nothing is found', async () => {
    const rooms = [listed('garden', false), { ...listed('kitchen', false), roomId: 'r_kitchen' as RoomId }];
    connection.accepts('room.list', { rooms, next: null });
    await opened();
    await user.type(screen.getByRole('textbox', { name: 'Search rooms' }), 'kit');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('kitchen')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Search rooms' }), 'x');
    expect(screen.getByText('No room has this in its name or topic.')).toBeTruthy();
  });

  it('shows fifty of very many rooms, and more on demand', async () => {
    const rooms = Array.from({ length: 120 }, (_, at) => ({
      ...listed(`room ${at}`, false),
      roomId: `r_${at}` as RoomId,
    }));
    connection.accepts('room.list', { rooms, next: null });
    await opened();
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
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
