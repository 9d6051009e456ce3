import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallId, Room, RoomId, User } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Calls } from '../../client/call/state/calls';
import { Directs } from '../../client/directs/directs';
import { ReadMarks } from '../../client/reading/read-marks';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, cyd, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { Jump } from '../../client/timeline/jump';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { Overlay } from '../keyboard/overlay';
import { RoomMenu } from './room-menu';

const { render, screen, user } = page();

const empty = withRoomSnapshot(undefined, new RoomLog().latest);
/** A room that Bob made, with Bob as its owner, Cyd as moderator and Ada as a member. */
const kitchen: HeldRoom = {
  ...empty,
  room: { ...empty.room, name: 'kitchen', createdBy: bob.userId },
  members: [memberOf(bob, 'owner'), memberOf(cyd, 'mod'), memberOf(ada)],
};
const roomOf = (room: Partial<Room>, members = kitchen.members): HeldRoom => ({
  ...kitchen,
  room: { ...kitchen.room, ...room },
  members,
});
const { roomId } = kitchen.room;

describe('the menu of a room', () => {
  let connection: ScriptedConnection;
  let router: RecordingRouter;
  let overlay: Overlay;
  let done: unknown[];
  let hideProblem: string;
  let hasCall: boolean;
  beforeEach(() => {
    connection = new ScriptedConnection();
    router = new RecordingRouter();
    overlay = new Overlay();
    done = [];
    hideProblem = '';
    hasCall = false;
  });

  const opened = async (me: User, held: HeldRoom = kitchen) => {
    const calls = hasCall ? [[roomId, { callId: 'c_kitchen' as CallId }] as const] : [];
    await render(RoomMenu, {
      inputs: { held },
      providers: [
        connection.provider,
        router.provider,
        signedInAs(me),
        peopleHere(ada, bob, cyd),
        { provide: Overlay, useValue: overlay },
        { provide: Rooms, useValue: { held: signal(new Map()) } },
        { provide: Calls, useValue: { byRoom: signal(new Map(calls)) } },
        { provide: ReadMarks, useValue: { markRead: (id: RoomId) => done.push(['read', id]) } },
        { provide: Jump, useValue: { toBeginning: (id: RoomId) => done.push(['beginning', id]) } },
        {
          provide: Directs,
          useValue: {
            hide: (id: RoomId) => {
              done.push(['hide', id]);
              return Promise.resolve(hideProblem);
            },
          },
        },
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Room menu' }));
  };
  const entries = () => screen.queryAllByRole('menuitem').map((entry) => entry.textContent.trim());
  const choose = (name: string | RegExp) => user.click(screen.getByRole('menuitem', { name }));

  const everyones = [
    'Mark as read',
    'Notifications',
    'Files',
    'Jump to date',
    'Jump to the beginning',
    'Keyboard shortcuts',
  ];

  it('lets a member of a public room invite and leave, and nothing more', async () => {
    await opened(cyd, roomOf({}, [memberOf(bob, 'owner'), memberOf(cyd)]));
    expect(entries()).toEqual([...everyones, 'Add person', 'Invite links', 'Leave room']);
  });

  it('lets an admin who moderates nothing here make a public room one for everybody', async () => {
    connection.accepts('room.for_everybody', {});
    await opened(ada);
    expect(entries()).not.toContain('Edit room');
    await choose('Add everybody');
    await user.click(screen.getByRole('button', { name: 'Add everybody' }));
    expect(connection.asked).toEqual([{ name: 'room.for_everybody', draft: { roomId, forEverybody: true } }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('lets that admin end it', async () => {
    connection.accepts('room.for_everybody', {});
    await opened(ada, roomOf({ forEverybody: true }));
    await choose('Stop adding everybody');
    await user.click(screen.getByRole('button', { name: 'Stop adding everybody' }));
    expect(connection.asked).toEqual([{ name: 'room.for_everybody', draft: { roomId, forEverybody: false } }]);
  });

  it.each([
    ['a moderator, who finds it in “Edit room”', ada, {}, [memberOf(ada, 'mod')]],
    ['a member who is no admin', cyd, {}, [memberOf(cyd)]],
    ['a private room', ada, { kind: 'private' as const }, [memberOf(ada)]],
    ['the lobby', ada, { name: 'lobby', createdBy: null }, [memberOf(ada)]],
  ])('offers no entry of its own for everybody to %s', async (_, me, room, members) => {
    await opened(me, roomOf(room, [memberOf(bob, 'owner'), ...members]));
    expect(entries()).not.toContain('Add everybody');
  });

  it('lets no plain member of a private room invite', async () => {
    await opened(ada, roomOf({ kind: 'private' }));
    expect(entries()).toEqual([...everyones, 'Leave room']);
  });

  it('lets a moderator edit the room and read its moderation log, but not delete it', async () => {
    await opened(cyd);
    expect(entries()).toEqual(expect.arrayContaining(['Edit room', 'Moderation log', 'Leave room']));
    expect(entries()).not.toContain('Delete room');
  });

  it('lets the owner delete the room', async () => {
    await opened(bob);
    expect(entries()).toEqual(expect.arrayContaining(['Edit room', 'Delete room']));
    expect(entries()).not.toContainEqual(expect.stringMatching(/^Become/));
  });

  it('offers neither to leave the lobby nor to invite into it', async () => {
    await opened(bob, roomOf({ name: 'lobby', createdBy: null }));
    for (const missing of ['Add person', 'Invite links', 'Leave room', 'Delete room']) {
      expect(entries()).not.toContain(missing);
    }
  });

  it('offers to hide a direct conversation, and neither to leave nor to delete it', async () => {
    await opened(ada, roomOf({ kind: 'direct' }, [memberOf(ada), memberOf(bob)]));
    expect(entries()).toEqual([...everyones, 'Hide conversation']);
  });

  it('lets an admin become the owner of a room without one', async () => {
    connection.refuses('member.set_role', 'The room has an owner.');
    await opened(ada, roomOf({}, [memberOf(ada), memberOf(cyd, 'mod')]));
    await choose(/^Become .*owner$/);
    const draft = { roomId, userId: ada.userId, role: 'owner' };
    expect(connection.asked).toEqual([{ name: 'member.set_role', draft }]);
    expect(screen.getByRole('alert').textContent).toContain('The room has an owner.');

    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['Mark as read', ['read', roomId]],
    ['Jump to the beginning', ['beginning', roomId]],
  ])('does at once what needs no dialog: %s', async (entry, deed) => {
    await opened(ada);
    await choose(entry);
    expect(done).toEqual([deed]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['Jump to date', 'jump'],
    ['Keyboard shortcuts', 'shortcuts'],
  ])('opens the overlay of “%s”', async (entry, name) => {
    await opened(ada);
    await choose(entry);
    expect(overlay.opened()).toBe(name);
  });

  it.each(['Edit room', 'Leave room', 'Delete room', 'Add person'])('opens a dialog for “%s”', async (entry) => {
    await opened(bob);
    await choose(entry);
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(connection.asked.filter(({ name }) => !name.endsWith('.list'))).toEqual([]);
  });

  it('goes to the start page once a direct conversation is hidden', async () => {
    await opened(ada, roomOf({ kind: 'direct' }, [memberOf(ada), memberOf(bob)]));
    await choose('Hide conversation');
    expect(done).toEqual([['hide', roomId]]);
    expect(router.visited).toEqual(['/']);
  });

  it('stays and says why where a direct conversation cannot be hidden', async () => {
    hideProblem = 'The server is busy.';
    await opened(ada, roomOf({ kind: 'direct' }, [memberOf(ada), memberOf(bob)]));
    await choose('Hide conversation');
    expect(router.visited).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
  });

  it('offers moderators to end a call while there is one', async () => {
    hasCall = true;
    connection.accepts('rtc.end_call', {});
    await opened(cyd);
    await choose(/^End call/);
    expect(connection.asked).toEqual([{ name: 'rtc.end_call', draft: { callId: 'c_kitchen' } }]);
  });
});
