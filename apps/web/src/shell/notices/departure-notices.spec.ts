import { signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { provideRouter } from '@angular/router';
import { Subject } from 'rxjs';
import { Drafts } from '../../client/drafts/drafts';
import { type Departure, Rooms } from '../../client/rooms/rooms';
import { ada, bob, garden, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { DepartureNotices } from './departure-notices';

const { render, screen, settled, user } = page();

const room = (name: string) => ({ ...garden, name });
const kicked = new RoomLog().joined(bob.userId).kicked(bob.userId).events.at(-1)!;
const left = new RoomLog().joined(bob.userId).left(bob.userId).events.at(-1)!;

describe('the notices of rooms that are gone', () => {
  const shown = async (textsIn: (roomId: RoomId) => readonly string[] = () => []) => {
    const departures = new Subject<Departure>();
    await render(DepartureNotices, {
      providers: [
        provideRouter([]),
        peopleHere(ada, bob),
        { provide: Rooms, useValue: { departures } },
        { provide: Drafts, useValue: { book: { textsIn } } },
      ],
    });
    return departures;
  };

  it('stay one by one until they are dismissed', async () => {
    const departures = await shown();
    const notices = () => [...screen.getByRole('alert').children].map((notice) => notice.textContent);
    expect(notices()).toEqual([]);

    departures.next({ room: room('kitchen'), event: kicked });
    departures.next({ room: room('attic'), event: null });
    await settled();
    expect(notices()).toEqual([expect.stringMatching(/Ada.*kitchen/), expect.stringContaining('attic')]);

    await user.click(screen.getAllByRole('button', { name: 'Dismiss' })[0]!);
    expect(notices()).toEqual([expect.stringContaining('attic')]);
  });

  it('are missing where the user left the room', async () => {
    const departures = await shown();
    departures.next({ room: garden, event: left });
    await settled();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('lead to what the user did not send there, also once it becomes a draft', async () => {
    const texts = signal<readonly string[]>([]);
    const departures = await shown((roomId) => (roomId === garden.roomId ? texts() : []));
    departures.next({ room: garden, event: kicked });
    await settled();
    expect(screen.queryByRole('link')).toBeNull();
    texts.set(['half a sentence']);
    await settled();
    const link = screen.getByRole('link', { name: 'Show what you didn’t send' });
    expect(link.getAttribute('href')).toBe(`/room/${garden.roomId}`);
  });
});
