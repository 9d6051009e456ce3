import { signal } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId, User } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { Calls } from '../../client/call/state/calls';
import { Directs } from '../../client/directs/directs';
import { Presence } from '../../client/presence/presence';
import type { Unread } from '../../client/reading/unread';
import { RoomLevels } from '../../client/notifications/room-levels';
import { RoomAttention } from '../../client/reading/room-attention';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, cyd, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { DirectList } from './direct-list';
import { FoldedSections } from '../../client/rooms/folded-sections';

const { render, screen, settled, user } = page();

const empty = withRoomSnapshot(undefined, new RoomLog().latest);
const direct = (roomId: string, ...people: readonly User[]): HeldRoom => ({
  ...empty,
  room: { ...empty.room, roomId: roomId as RoomId, kind: 'direct' },
  members: people.map((person) => memberOf(person)),
});
const withAda = direct('r_ada', bob, ada);
const withBoth = direct('r_both', bob, ada, cyd);
const notes = direct('r_notes', bob);

describe('the list of direct conversations', () => {
  const list = signal<readonly HeldRoom[]>([]);
  const ready = signal(true);
  const unread = signal<ReadonlyMap<RoomId, Unread>>(new Map());
  let hidden: RoomId[];
  let problem: string;
  beforeEach(() => {
    list.set([withAda, withBoth, notes]);
    ready.set(true);
    unread.set(new Map());
    hidden = [];
    problem = '';
  });
  const shown = () =>
    render(DirectList, {
      providers: [
        signedInAs(bob),
        peopleHere(ada, bob, cyd),
        provideRouter([{ path: '**', children: [] }]),
        RoomNames,
        FoldedSections,
        { provide: RoomLevels, useValue: { levelOf: () => 'all', toldIn: () => 0 } },
        { provide: Rooms, useValue: { ready, held: signal(new Map()) } },
        { provide: Calls, useValue: { people: signal(new Map()) } },
        { provide: ActiveSpeakers, useValue: { peerIds: signal(new Set()) } },
        { provide: Presence, useValue: { of: () => 'active' } },
        {
          provide: RoomAttention,
          useValue: {
            unreadIn: (roomId: RoomId) => unread().get(roomId),
            hasDraft: () => false,
            labelFor: (roomId: RoomId) => (unread().has(roomId) ? '2 unread' : null),
          },
        },
        {
          provide: Directs,
          useValue: {
            list,
            hide: (roomId: RoomId) => {
              hidden.push(roomId);
              return Promise.resolve(problem);
            },
          },
        },
      ],
    });
  const links = () => screen.queryAllByRole('link').map((link) => link.getAttribute('aria-label'));
  const hide = (name: string) => user.click(screen.getByRole('button', { name: new RegExp(`^Hide .*${name}$`) }));
  const urlOfPage = () => TestBed.inject(Router).url;

  it('names each conversation after the others in it', async () => {
    await shown();
    expect(links()).toEqual(['Ada', 'Ada and Cyd', 'Notes to self']);
    expect(screen.getByRole('link', { name: 'Ada' }).getAttribute('href')).toBe('/room/r_ada');
  });

  it('shows whether the other is online where there is only one', async () => {
    await shown();
    expect(screen.getByRole('link', { name: 'Ada' }).querySelector('[role=img]')).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Ada and Cyd' }).querySelector('[role=img]')).toBeNull();
  });

  it('describes a conversation with unread messages as such', async () => {
    await shown();
    unread.set(new Map([[withAda.room.roomId, { messages: 2, mentions: 0 }]]));
    await settled();
    expect(screen.getByRole('link', { name: 'Ada' }).getAttribute('aria-description')).toBe('2 unread');
    expect(screen.getByRole('link', { name: 'Notes to self' }).hasAttribute('aria-description')).toBe(false);
  });

  it('is empty in silence while the rooms are loading, and explains itself after that', async () => {
    list.set([]);
    ready.set(false);
    await shown();
    expect(screen.queryByRole('listitem')).toBeNull();
    ready.set(true);
    await settled();
    expect(screen.getByRole('listitem').textContent).not.toBe('');
  });

  it('asks for the dialog of a new message', async () => {
    const { emitted } = await shown();
    await user.click(screen.getByRole('button', { name: 'New message' }));
    expect(emitted.begins).toHaveLength(1);
  });

  it('hides a conversation and stays on the page of another one', async () => {
    await shown();
    await user.click(screen.getByRole('link', { name: 'Ada' }));
    await hide('Ada and Cyd');
    expect(hidden).toEqual(['r_both']);
    expect(urlOfPage()).toBe('/room/r_ada');
  });

  it('leaves the page of the conversation that it hides', async () => {
    await shown();
    await user.click(screen.getByRole('link', { name: 'Ada' }));
    await hide('Ada');
    expect(urlOfPage()).toBe('/');
  });

  it('stays and says why a conversation could not be hidden', async () => {
    problem = 'The server is busy.';
    await shown();
    await user.click(screen.getByRole('link', { name: 'Ada' }));
    await hide('Ada');
    expect(screen.getByRole('alert').textContent).toBe('The server is busy.');
    expect(urlOfPage()).toBe('/room/r_ada');
  });
});
