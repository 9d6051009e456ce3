import { signal } from '@angular/core';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Room, RoomId } from '@devchitchat/contracts';
import { browserCache } from '../../client/cache/browser-cache';
import { Directs } from '../../client/directs/directs';
import { Rooms } from '../../client/rooms/rooms';
import { garden } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { Home } from './home';

const { render, screen, settled } = page();

const attic: Room = { ...garden, roomId: 'r_attic' as RoomId, name: 'attic' };
const withAda: Room = { ...garden, roomId: 'r_with_ada' as RoomId, kind: 'direct' };

describe('the page without a room', () => {
  const { matchMedia } = globalThis;
  const rooms = signal<readonly Room[]>([]);
  const ready = signal(true);
  let screenWidth: { matches: boolean } & EventTarget;
  let lastRoom: RoomId | undefined;
  let url: string;
  let visited: unknown[];
  beforeEach(() => {
    rooms.set([garden, attic]);
    ready.set(true);
    screenWidth = Object.assign(new EventTarget(), { matches: false });
    globalThis.matchMedia = () => screenWidth as MediaQueryList;
    lastRoom = undefined;
    url = '/';
    visited = [];
  });
  afterEach(() => {
    globalThis.matchMedia = matchMedia;
  });
  const opened = () =>
    render(Home, {
      providers: [
        { provide: Rooms, useValue: { list: rooms, ready } },
        { provide: Directs, useValue: { list: signal([{ room: withAda }]) } },
        { provide: browserCache, useValue: { values: { get: () => Promise.resolve(lastRoom) } } },
        {
          provide: Router,
          useValue: {
            get url() {
              return url;
            },
            currentNavigation: () => null,
            navigate: (path: readonly string[], options: unknown) => Promise.resolve(visited.push([path[1], options])),
          },
        },
      ],
    });
  const replacing = { replaceUrl: true };

  it.each([
    ['room', attic.roomId],
    ['conversation', withAda.roomId],
  ])('opens the last %s in its own place', async (_kind, roomId) => {
    lastRoom = roomId;
    await opened();
    expect(visited).toEqual([[roomId, replacing]]);
  });

  it('opens the first room of the list if the last one is gone', async () => {
    lastRoom = 'r_deleted' as RoomId;
    await opened();
    expect(visited).toEqual([[garden.roomId, replacing]]);
  });

  it('is the list itself on a phone, except on the first visit', async () => {
    screenWidth.matches = true;
    lastRoom = attic.roomId;
    await opened();
    expect(visited).toEqual([]);
  });

  it('opens the first room on the first visit, on a phone too', async () => {
    screenWidth.matches = true;
    await opened();
    expect(visited).toEqual([[garden.roomId, replacing]]);
  });

  it('opens the last room when a turned phone has space beside the list', async () => {
    screenWidth.matches = true;
    lastRoom = attic.roomId;
    await opened();
    screenWidth.matches = false;
    screenWidth.dispatchEvent(new Event('change'));
    await settled();
    expect(visited).toEqual([[attic.roomId, replacing]]);
  });

  it('leads nowhere once the user has chosen another page', async () => {
    url = '/settings';
    await opened();
    expect(visited).toEqual([]);
  });

  it('tells loading rooms from none', async () => {
    rooms.set([]);
    ready.set(false);
    await opened();
    expect(screen.getByText('Loading your rooms…')).toBeTruthy();
    ready.set(true);
    await settled();
    expect(screen.queryByText('Loading your rooms…')).toBeNull();
    expect(screen.getByText(/not in any room/)).toBeTruthy();
    expect(visited).toEqual([]);
  });
});
