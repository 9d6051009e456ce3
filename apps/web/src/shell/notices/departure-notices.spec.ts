import { describe, expect, it } from '@jest/globals';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Subject } from 'rxjs';
import { type Departure, Rooms } from '../../client/rooms/rooms';
import { ada, bob, garden, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { DepartureNotices } from './departure-notices';

const { render, screen, settled, user } = page();

const room = (name: string) => ({ ...garden, name });
const kicked = new RoomLog().joined(bob.userId).kicked(bob.userId).events.at(-1)!;
const left = new RoomLog().joined(bob.userId).left(bob.userId).events.at(-1)!;

describe('the notices of rooms that are gone', () => {
  it('stay one by one until they are dismissed', async () => {
    const departures = new Subject<Departure>();
    await render(DepartureNotices, {
      providers: [peopleHere(ada, bob), { provide: Rooms, useValue: { departures } }],
    });
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
    const departures = new Subject<Departure>();
    await render(DepartureNotices, {
      providers: [peopleHere(ada, bob), { provide: Rooms, useValue: { departures } }],
    });
    departures.next({ room: garden, event: left });
    await settled();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
