import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomSnapshot } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Rooms } from '../../client/rooms/rooms';
import { bob } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { RoomInvitePage } from './room-invite-page';

const { render, screen, settled, user } = page();

const snapshot = new RoomLog().joined(bob.userId).latest;

describe('the page of a link into a room', () => {
  let connection: ScriptedConnection;
  let entered: RoomSnapshot[];
  beforeEach(() => {
    connection = new ScriptedConnection();
    entered = [];
  });
  const opened = () =>
    render(RoomInvitePage, {
      inputs: { token: 'secret' },
      providers: [
        connection.provider,
        provideRouter([{ path: '**', children: [] }]),
        { provide: Rooms, useValue: { enter: (room: RoomSnapshot) => entered.push(room) } },
      ],
    });
  const urlOfPage = () => TestBed.inject(Router).url;

  it('enters the room and goes there', async () => {
    const answer = connection.holds('room.invite_redeem', snapshot);
    await opened();
    expect(connection.asked).toEqual([{ name: 'room.invite_redeem', draft: { token: 'secret' } }]);
    expect(entered).toEqual([]);
    answer();
    await settled();
    expect(entered).toEqual([snapshot]);
    expect(urlOfPage()).toBe(`/room/${snapshot.room.roomId}`);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('says why the link does not work, and tries again', async () => {
    connection.refuses('room.invite_redeem', 'The link has expired.');
    await opened();
    expect(screen.getByRole('heading')).toBeTruthy();
    expect(screen.getByText('The link has expired.')).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe('/');
    expect(entered).toEqual([]);

    connection.accepts('room.invite_redeem', snapshot);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByText('The link has expired.')).toBeNull();
    expect(entered).toEqual([snapshot]);
  });

  it('opens another link of the same tab', async () => {
    connection.refuses('room.invite_redeem', 'The link has expired.');
    const { fixture } = await opened();
    connection.accepts('room.invite_redeem', snapshot);
    fixture.componentRef.setInput('token', 'another secret');
    await settled();
    expect(connection.asked.at(-1)).toEqual({ name: 'room.invite_redeem', draft: { token: 'another secret' } });
    expect(entered).toEqual([snapshot]);
    expect(screen.queryByText('The link has expired.')).toBeNull();
  });
});
