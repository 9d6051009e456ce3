import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId, RoomSnapshot } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import type { Cache } from '../../client/cache/cache';
import { DraftBook } from '../../client/drafts/draft-book';
import { Drafts } from '../../client/drafts/drafts';
import { DraftStore } from '../../client/drafts/draft-store';
import { Rooms } from '../../client/rooms/rooms';
import { bob, garden } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { NotInRoom } from './not-in-room';

const { render, screen, user } = page();
const listed = { ...garden, topic: 'Beans', joined: false, memberCount: 3, lastMessageAt: null };
const snapshot = new RoomLog().joined(bob.userId).latest;

describe('the address of a room that the user is not in', () => {
  let connection: ScriptedConnection;
  let entered: RoomSnapshot[];
  let drafts: DraftBook;
  beforeEach(() => {
    connection = new ScriptedConnection();
    connection.accepts('room.list', { rooms: [listed], next: null });
    entered = [];
    const nowhere = {
      all: () => Promise.resolve([]),
      save: () => Promise.resolve(true),
      remove: () => Promise.resolve(true),
    };
    drafts = new DraftBook(new DraftStore(nowhere as unknown as Cache['drafts'], () => undefined), () => bob.userId);
  });
  const opened = (roomId: string) =>
    render(NotInRoom, {
      inputs: { roomId: roomId as RoomId },
      providers: [
        connection.provider,
        provideRouter([]),
        { provide: Drafts, useValue: { book: drafts } },
        { provide: Rooms, useValue: { enter: (room: RoomSnapshot) => entered.push(room) } },
      ],
    });
  const heading = () => screen.getByRole('heading').textContent;

  it('introduces a public room, which can be joined', async () => {
    connection.accepts('room.join', snapshot);
    await opened(garden.roomId);
    expect(heading()).toBe('garden');
    expect(screen.getByText(/3 people/).textContent).toMatch(/3 people\s*·\s*Beans/);
    await user.click(screen.getByRole('button', { name: 'Join room' }));
    expect(entered).toEqual([snapshot]);
  });

  it('says to a banned person whom to ask, and offers only the way back', async () => {
    connection.accepts('room.list', { rooms: [{ ...listed, banned: true }], next: null });
    await opened(garden.roomId);
    expect(heading()).toBe('garden');
    expect(screen.getByText(/banned from this room.*Ask one of its moderators/)).toBeTruthy();
    expect(screen.queryByText(/can join/)).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link', { name: 'Back to your rooms' })).toBeTruthy();
  });

  it('keeps what the user did not send there, until they discard it', async () => {
    connection.accepts('room.list', { rooms: [], next: null });
    drafts.giveBack({ kind: 'send', userId: bob.userId, roomId: garden.roomId, text: 'One last thing' });
    await opened(garden.roomId);
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'You didn’t send this here:' });
    expect([text.value, text.readOnly]).toEqual(['One last thing', true]);
    await user.click(screen.getByRole('button', { name: 'Discard text' }));
    expect(screen.queryByRole('textbox')).toBeNull();
    expect([...drafts.rooms()]).toEqual([]);
  });

  it.each([
    ['banned from it', { rooms: [{ ...listed, banned: true as const }], next: null }, 'garden'],
    ['told that it is gone', { rooms: [], next: null }, 'There’s no room here that you can see'],
  ])('looks again when joining is refused, so that one is %s', async (_standing, list, shown) => {
    connection.refuses('room.join', 'You may not.');
    await opened(garden.roomId);
    connection.accepts('room.list', list);
    await user.click(screen.getByRole('button', { name: 'Join room' }));
    expect(heading()).toBe(shown);
    expect(screen.queryByRole('button', { name: 'Join room' })).toBeNull();
  });

  it.each(['r_0000000000000000', 'r_1', 'garden', ' ', `${garden.roomId}.`])(
    'says of %j in words that there is no such room to see',
    async (roomId) => {
      await opened(roomId);
      expect(heading()).toBe('There’s no room here that you can see');
      expect(screen.queryByRole('button')).toBeNull();
      expect(screen.getByRole('link').getAttribute('href')).toBe('/');
    },
  );

  it('tries again after the list could not be loaded', async () => {
    connection.refuses('room.list', 'The server is busy.');
    await opened(garden.roomId);
    expect(screen.getByText('The server is busy.')).toBeTruthy();
    connection.accepts('room.list', { rooms: [listed], next: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(heading()).toBe('garden');
  });
});
