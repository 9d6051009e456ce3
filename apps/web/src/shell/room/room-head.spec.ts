import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PresenceState, RoomKind, User } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Presence } from '../../client/presence/presence';
import { withRoomSnapshot } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, cyd, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { RoomHead } from './room-head';

const { render, screen, settled } = page();

const empty = withRoomSnapshot(undefined, new RoomLog().latest);
const roomOf = (kind: RoomKind, ...people: readonly User[]) => ({
  ...empty,
  room: { ...empty.room, kind, topic: kind === 'direct' ? '' : 'Seeds' },
  members: people.map((person) => memberOf(person)),
});

describe('the head of a room', () => {
  const state = signal<PresenceState | null>(null);
  beforeEach(() => {
    state.set('active');
  });
  const shown = (held: ReturnType<typeof roomOf>) =>
    render(RoomHead, {
      inputs: { held },
      providers: [
        signedInAs(bob),
        peopleHere(ada, bob, cyd),
        RoomNames,
        { provide: Rooms, useValue: { held: signal(new Map()) } },
        { provide: Presence, useValue: { of: () => state() } },
      ],
    });

  it('has the presence of the other person of a conversation, as it changes', async () => {
    await shown(roomOf('direct', bob, ada));
    expect(screen.getByRole('heading', { name: 'Ada' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Active' })).toBeTruthy();
    expect(screen.getByText('Active')).toBeTruthy();
    state.set('offline');
    await settled();
    expect(screen.getByText('Offline')).toBeTruthy();
    state.set(null);
    await settled();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('has the topic of a room, and no presence of anybody', async () => {
    await shown(roomOf('public', bob, ada));
    expect(screen.getByText('Seeds')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it.each([
    ['a group', [bob, ada, cyd]],
    ['notes', [bob]],
  ])('has no presence in %s', async (_, people) => {
    await shown(roomOf('direct', ...people));
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByText('Active')).toBeNull();
  });
});
