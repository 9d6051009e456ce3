import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Room, RoomId, User } from '@devchitchat/contracts';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { Calls } from '../../client/call/state/calls';
import { CurrentCall } from '../../client/call/state/current-call';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { Directs } from '../../client/directs/directs';
import { Presence } from '../../client/presence/presence';
import { RoomLevels } from '../../client/notifications/room-levels';
import { RoomAttention } from '../../client/reading/room-attention';
import { RoomNames } from '../../client/rooms/room-names';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { FoldedSections } from '../../client/rooms/folded-sections';
import { page } from '../../platform/testing/page';
import { within } from '@testing-library/dom';
import { Overlay } from '../keyboard/overlay';
import { Sidebar } from './sidebar';

const { render, screen, settled, user } = page();

const attic: Room = { ...garden, roomId: 'r_attic' as RoomId, kind: 'private', name: 'attic' };

describe('the sidebar', () => {
  const list = signal<readonly Room[]>([]);
  const ready = signal(true);
  let overlay: Overlay;
  let currentCall: CurrentCall;
  let connection: ScriptedConnection;
  beforeEach(() => {
    list.set([garden, attic]);
    ready.set(true);
    overlay = new Overlay();
    currentCall = new CurrentCall();
    connection = new ScriptedConnection();
    connection.accepts('room.list', { rooms: [], next: null });
  });
  const shown = (me: User) =>
    render(Sidebar, {
      providers: [
        connection.provider,
        signedInAs(me),
        peopleHere(ada, bob),
        provideRouter([{ path: '**', children: [] }]),
        RoomNames,
        FoldedSections,
        { provide: RoomLevels, useValue: { levelOf: () => 'mentions', toldIn: () => 0 } },
        // The controls of this room's call are on its stage.
        { provide: RoomOnPage, useValue: { roomId: signal(garden.roomId) } },
        { provide: Overlay, useValue: overlay },
        { provide: CurrentCall, useValue: currentCall },
        { provide: RejoinOffer, useValue: { roomId: signal(null) } },
        { provide: Rooms, useValue: { list, ready, held: signal(new Map()) } },
        { provide: Directs, useValue: { list: signal([]) } },
        { provide: Calls, useValue: { people: signal(new Map()) } },
        { provide: ActiveSpeakers, useValue: { peerIds: signal(new Set()) } },
        { provide: Presence, useValue: { of: () => null } },
        {
          provide: OwnVoiceState,
          useValue: { muted: signal(false), deafened: signal(false) },
        },
        {
          provide: RoomAttention,
          useValue: {
            unreadIn: (roomId: RoomId) => (roomId === attic.roomId ? { messages: 3, mentions: 0 } : undefined),
            hasDraft: () => false,
            labelFor: (roomId: RoomId) => (roomId === attic.roomId ? '3 unread' : null),
          },
        },
      ],
    });
  const rooms = () => screen.getByRole('navigation', { name: 'Rooms' });
  const link = (name: string) => screen.getByRole('link', { name });

  it('links every room, and describes what is unread in it', async () => {
    await shown(bob);
    expect([...rooms().querySelectorAll('a')].map((room) => room.getAttribute('href'))).toEqual([
      `/room/${garden.roomId}`,
      '/room/r_attic',
    ]);
    expect(link('attic').getAttribute('aria-description')).toBe('3 unread');
    expect(link('garden').hasAttribute('aria-description')).toBe(false);
  });

  it('marks the room on the page as the current one', async () => {
    await shown(bob);
    await user.click(link('garden'));
    expect(link('garden').getAttribute('aria-current')).toBe('page');
    expect(link('attic').hasAttribute('aria-current')).toBe(false);
  });

  it('folds a section down to the rooms that need the user, and remembers it', async () => {
    const cellar: Room = { ...garden, roomId: 'r_cellar' as RoomId, name: 'cellar' };
    list.set([garden, attic, cellar]);
    await shown(bob);
    const heading = () => screen.getByRole('button', { name: 'Rooms' });
    expect(heading().getAttribute('aria-expanded')).toBe('true');
    await user.click(heading());
    expect(heading().getAttribute('aria-expanded')).toBe('false');
    // The room on the page, and one with unread messages.
    expect(
      within(rooms())
        .getAllByRole('link')
        .map(({ textContent }) => textContent.trim()),
    ).toEqual([expect.stringContaining('garden'), expect.stringContaining('attic')]);
    expect(localStorage.getItem('devchitchat folded sections')).toBe('["rooms"]');
    await user.click(heading());
    expect(within(rooms()).getAllByRole('link')).toHaveLength(3);
  });

  it('tells loading rooms from none', async () => {
    list.set([]);
    ready.set(false);
    await shown(bob);
    const loading = rooms().querySelector('li')?.textContent;
    ready.set(true);
    await settled();
    expect(rooms().querySelector('li')?.textContent).not.toBe(loading);
  });

  it('shows who is signed in', async () => {
    await shown(bob);
    expect(screen.getByText('Bob')).toBeTruthy();
    expect(screen.getByText('@bob')).toBeTruthy();
  });

  it.each([
    ['an admin', ada, true],
    ['a member', bob, false],
  ] as const)('offers the pages of admins and the invite dialog only to them: %s', async (_, me, isOffered) => {
    await shown(me);
    for (const name of ['People', 'Bots', 'Diagnostics']) {
      expect(screen.queryByRole('link', { name }) !== null).toBe(isOffered);
    }
    expect(screen.queryByRole('button', { name: 'Invite people' }) !== null).toBe(isOffered);
    expect(link('Settings')).toBeTruthy();
  });

  it.each(['New room', 'New message'])('opens the dialog “%s” and closes it again', async (name) => {
    await shown(bob);
    await user.click(screen.getByRole('button', { name }));
    expect(screen.getByRole('dialog', { name })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(overlay.opened()).toBeNull();
  });

  it('offers mute and deafen outside calls, because a call has its own', async () => {
    await shown(bob);
    expect(screen.getByRole('button', { name: 'Mute' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Deafen' })).toBeTruthy();
    currentCall.join(garden.roomId);
    await settled();
    expect(screen.queryByRole('button', { name: 'Deafen' })).toBeNull();
  });
});
