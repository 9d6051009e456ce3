import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { authReasons, messagingReasons, type RoomId, type RoomSnapshot, type User } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { takeWayOn } from '../../client/links/way-on';
import { PersonScope } from '../../client/session/person-scope';
import { bob, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { scriptedHttp } from '../../client/testing/scripted-http';
import { page } from '../../platform/testing/page';
import { RoomInvitePage } from './room-invite-page';

const { render, screen, settled, user } = page();
const server = scriptedHttp();

const [forRoom, forServer] = ['r'.repeat(43), 's'.repeat(43)];
const snapshot = new RoomLog().joined(bob.userId).latest;
const { roomId } = snapshot.room;
const preview = {
  room: { roomId, kind: 'private' as const, name: 'garden', memberCount: 7 },
  invitedBy: 'Ada',
  expiresAt: 2_000,
};

describe('the page of a link into a room', () => {
  let connection: ScriptedConnection;
  let entered: RoomSnapshot[];
  let begun: User[];
  beforeEach(() => {
    connection = new ScriptedConnection();
    entered = [];
    begun = [];
    takeWayOn();
  });
  const opened = async (me: User | null, token = forRoom, held: readonly RoomId[] = []) => {
    const rooms = {
      held: signal(new Map(held.map((id) => [id, {}]))),
      enter: (room: RoomSnapshot) => entered.push(room),
    };
    return render(RoomInvitePage, {
      inputs: { token },
      providers: [
        connection.provider,
        provideRouter([{ path: '**', children: [] }]),
        { provide: PersonScope, useValue: { injector: signal({ get: () => rooms }) } },
        signedInAs(me, {
          phase: signal(me ? 'signed-in' : 'signed-out'),
          begin: (who: User) => begun.push(who),
        }),
      ],
    });
  };
  const urlOfPage = () => TestBed.inject(Router).url;
  const joinButton = () => screen.getByRole('button', { name: 'Join room' });

  describe('for a person with an account', () => {
    it('introduces the room, and lets them in', async () => {
      server.accepts('room.invite_preview', preview);
      connection.accepts('room.invite_redeem', snapshot);
      await opened(bob);
      expect(screen.getByRole('heading').textContent.trim()).toBe('garden');
      expect(screen.getByText(/Ada invites you to this room\.\s+7 people are in it\./)).toBeTruthy();
      expect(connection.asked).toEqual([]);

      await user.click(joinButton());
      await settled();
      expect(connection.asked).toEqual([{ name: 'room.invite_redeem', draft: { token: forRoom } }]);
      expect(entered).toEqual([snapshot]);
      expect(urlOfPage()).toBe(`/room/${roomId}`);
    });

    it('goes straight to a room that they are in', async () => {
      server.accepts('room.invite_preview', preview);
      await opened(bob, forRoom, [roomId]);
      expect(urlOfPage()).toBe(`/room/${roomId}`);
      expect(connection.asked).toEqual([]);
    });

    it('goes there by a dead link too, which others are told of', async () => {
      server.refuses('room.invite_preview', 'The link has expired.', messagingReasons.roomInviteDead);
      connection.accepts('room.invite_redeem', snapshot);
      await opened(bob);
      expect(urlOfPage()).toBe(`/room/${roomId}`);
    });

    it('says why the link does not work', async () => {
      server.refuses('room.invite_preview', 'The link has expired.', messagingReasons.roomInviteDead);
      connection.refuses('room.invite_redeem', 'The link has expired.');
      await opened(bob);
      await settled();
      expect(screen.getByRole('heading').textContent).toBe('This link no longer works');
      expect(screen.getByText('The link has expired.')).toBeTruthy();
      expect(screen.getByRole('link').getAttribute('href')).toBe('/');
    });

    it('says why they cannot join, and tries again', async () => {
      server.accepts('room.invite_preview', preview);
      connection.refuses('room.invite_redeem', 'You are banned.');
      await opened(bob);
      await user.click(joinButton());
      expect(screen.getByRole('alert').textContent).toBe('You are banned.');
      connection.accepts('room.invite_redeem', snapshot);
      await user.click(joinButton());
      expect(entered).toEqual([snapshot]);
    });

    it('opens another link of the same tab', async () => {
      server.accepts('room.invite_preview', preview);
      const { fixture } = await opened(bob);
      fixture.componentRef.setInput('token', 'q'.repeat(43));
      await settled();
      expect(server.asked.at(-1)?.draft).toEqual({ token: 'q'.repeat(43) });
    });
  });

  describe('for a stranger', () => {
    it('says who invites to which room, what is missing and how to get in', async () => {
      server.accepts('room.invite_preview', preview);
      await opened(null);
      expect(screen.getByRole('heading').textContent.trim()).toBe('garden');
      expect(screen.getByText('To join it, you need an account on this server.')).toBeTruthy();
      expect(screen.getByText(/Ask Ada for an invite to the server/)).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe(
        `/sign-in?to=%2Froom-invite%2F${forRoom}`,
      );
      expect(takeWayOn()).toBe(`/room-invite/${forRoom}`);
    });

    it('joins the server and the room on one page, if the link holds both', async () => {
      server.accepts('room.invite_preview', preview);
      server.accepts('auth.invite_preview', { invitedBy: 'Ada', firstAdmin: false, expiresAt: 2_000 });
      server.accepts('auth.invite_redeem', { user: bob, sessionToken: 'secret', expiresAt: 2_000 });
      connection.accepts('room.invite_redeem', snapshot);
      await opened(null, `${forRoom}/${forServer}.`);
      await user.type(screen.getByRole('textbox', { name: 'Handle' }), 'bob');
      await user.click(screen.getByRole('button', { name: 'Join' }));
      await settled();
      expect(server.asked.at(-1)).toMatchObject({ draft: { token: forServer, handle: 'bob', displayName: 'Bob' } });
      expect(begun).toEqual([bob]);
      expect(connection.asked).toEqual([{ name: 'room.invite_redeem', draft: { token: forRoom } }]);
      expect(urlOfPage()).toBe(`/room/${roomId}`);
    });

    it('explains what is missing when the half that makes accounts is dead', async () => {
      server.accepts('room.invite_preview', preview);
      server.refuses('auth.invite_preview', 'Used up.', authReasons.inviteDead);
      await opened(null, `${forRoom}/${forServer}`);
      expect(screen.getByText('To join it, you need an account on this server.')).toBeTruthy();
      expect(screen.queryByRole('textbox')).toBeNull();
    });

    it('offers to sign in when the link is dead, and asks nothing more', async () => {
      server.refuses('room.invite_preview', 'The link has expired.', messagingReasons.roomInviteDead);
      await opened(null);
      expect(screen.getByRole('link', { name: 'I have an account' })).toBeTruthy();
      expect(connection.asked).toEqual([]);
      expect(takeWayOn()).toBeNull();
    });
  });

  it.each(['', 'abc', forRoom.slice(1), `/${forServer}`])(
    'says in words that %j is not a whole link',
    async (token) => {
      await opened(bob, token);
      expect(screen.getByRole('heading').textContent).toBe('Part of this link is missing');
      expect([...server.asked, ...connection.asked]).toEqual([]);
    },
  );
});
