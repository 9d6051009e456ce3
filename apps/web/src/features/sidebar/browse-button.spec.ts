import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingEvents, type AnyEvent, type UserId } from '@devchitchat/contracts';
import { ada, bob, garden, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { resetLocalStore } from '../../platform/browser/local-store';
import { page } from '../../platform/testing/page';
import { BrowseButton } from './browse-button';

const { render, screen, settled, user } = page();
const listed = { ...garden, joined: false, memberCount: 3, lastMessageAt: null };

describe('the button that opens the directory of rooms', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    localStorage.clear();
    resetLocalStore();
    connection = new ScriptedConnection().accepts('room.list', { rooms: [], next: null });
  });
  const shown = () => render(BrowseButton, { providers: [connection.provider, signedInAs(bob)] });
  const button = () => screen.getByRole('button', { name: 'Browse rooms' });
  const isMarked = () => button().getAttribute('aria-description') === 'There are new rooms.';
  const create = async (actorUserId: UserId, kind = 'public') => {
    connection.events.next({
      type: messagingEvents.roomCreated.type,
      actorUserId,
      body: { kind, roomId: garden.roomId },
    } as unknown as AnyEvent);
    await settled();
  };

  it('is marked when another person creates a public room, until it is used', async () => {
    const { emitted } = await shown();
    expect(isMarked()).toBe(false);
    await create(bob.userId);
    await create(ada.userId, 'private');
    expect(isMarked()).toBe(false);
    await create(ada.userId);
    expect(isMarked()).toBe(true);
    await user.click(button());
    expect([isMarked(), emitted.browses.length]).toEqual([false, 1]);
  });

  it('is marked for rooms that were created while the user was away', async () => {
    localStorage.setItem(`rooms seen ${bob.userId}`, '500');
    connection.accepts('room.list', { rooms: [listed], next: null });
    await shown();
    expect(connection.asked).toEqual([{ name: 'room.list', draft: { after: '500.r_zzzzzzzzzzzzzzzz', limit: 50 } }]);
    expect(isMarked()).toBe(true);
  });

  it('is not marked for rooms that a newcomer never saw, nor for their own', async () => {
    connection.accepts('room.list', { rooms: [listed], next: null });
    await shown();
    expect(isMarked()).toBe(false);
  });
});
