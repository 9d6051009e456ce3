import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { garden } from '../../client/testing/people';
import { lobby, roomId, roomPage } from './testing/room-page-parts';

describe('the page of a room', () => {
  const { click, opened, screen, seen, settled } = roomPage();

  it('is headed by the room’s name, titles the tab with it, and is remembered as the last room', async () => {
    const { fixture } = await opened();
    expect(screen.getByRole('heading', { name: 'lobby' })).toBeTruthy();
    expect(seen().titles).toEqual(['lobby']);
    expect(seen().kept).toEqual([['lastRoom', roomId]]);
    fixture.destroy();
    expect(seen().titles.at(-1)).toBeNull();
  });

  it('waits for the rooms before it says that the user is not in this one', async () => {
    seen().held.set(new Map());
    seen().ready.set(false);
    await opened();
    expect(screen.queryByRole('heading')).toBeNull();
    seen().ready.set(true);
    await settled();
    expect(screen.getByRole('heading').textContent).toBe('There’s no room here that you can see');
    expect(seen().kept).toEqual([]);
  });

  it('offers rooms to whoever is only where everybody is', async () => {
    await opened();
    expect(screen.queryByRole('region', { name: 'Rooms to join' })).toBeNull();
    seen().list.set([
      { ...lobby.room, createdBy: null },
      { ...garden, forEverybody: true },
    ]);
    expect(await screen.findByRole('region', { name: 'Rooms to join' })).toBeTruthy();
  });

  it('goes to the start page once the user is out of the room', async () => {
    await opened();
    const router = TestBed.inject(Router);
    await router.navigateByUrl(`/room/${roomId}`);
    seen().held.set(new Map());
    await settled();
    expect(router.url).toBe('/');
  });

  it('goes to the end of the timeline when a message is sent', async () => {
    await opened();
    await click('Send');
    expect(seen().done).toEqual(['showEnd']);
  });

  it('edits the user’s own last message', async () => {
    await opened();
    await click('Edit last');
    expect(seen().done).toEqual([['edit', 2]]);
  });
});
