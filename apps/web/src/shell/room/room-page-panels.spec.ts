import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import type { HeldRoom } from '../../client/rooms/held-room';
import { lobby, roomId, roomPage } from './testing/room-page-parts';

describe('the panels of a room', () => {
  const { click, opened, panel, screen, seen, settled } = roomPage();

  it('shows one panel at a time, and hides it with the same button', async () => {
    await opened();
    await click('Members');
    expect(panel('Members')).not.toBeNull();
    await click('Pinned messages');
    expect([panel('Members') !== null, panel('Pinned messages') !== null]).toEqual([false, true]);
    await click('Pinned messages');
    expect(panel('Pinned messages')).toBeNull();
  });

  it('shows the results of a search, and gives the focus back to its box when they close', async () => {
    await opened();
    await click('Search');
    expect(screen.getByText('Results of keys')).toBeTruthy();
    await click('Close search');
    expect(screen.queryByText('Results of keys')).toBeNull();
    expect(seen().done).toEqual(['clear', 'focus']);
  });

  it('scrolls to a result itself only where the address names it already', async () => {
    const { fixture } = await opened('2');
    await click('Search');
    await click('First result');
    expect(seen().done).toEqual([]);
    fixture.componentRef.setInput('at', '1');
    await settled();
    await click('First result');
    expect(seen().done).toEqual([['reveal', 1]]);
  });
});

describe('the panels of a room, with another room on the page', () => {
  const { click, opened, panel, screen, seen, settled } = roomPage();
  const attic: HeldRoom = {
    ...lobby,
    room: { ...lobby.room, roomId: 'r_attic' as RoomId, name: 'attic' },
    timeline: {
      ...lobby.timeline,
      messages: lobby.timeline.messages.map((message) => ({ ...message, roomId: 'r_attic' as RoomId })),
    },
  };
  const thenIn = async (before: () => Promise<void>, to: HeldRoom) => {
    seen().held.set(new Map([lobby, attic].map((each) => [each.room.roomId, each] as const)));
    const { fixture } = await opened();
    await before();
    fixture.componentRef.setInput('roomId', to.room.roomId);
    await settled();
    return fixture;
  };

  it('keeps the members, and closes the pins of the room before', async () => {
    const fixture = await thenIn(() => click('Members'), attic);
    expect(panel('Members')).not.toBeNull();
    await click('Pinned messages');
    fixture.componentRef.setInput('roomId', roomId);
    await settled();
    expect(panel('Pinned messages')).toBeNull();
  });

  it('closes a search and empties its box', async () => {
    await thenIn(() => click('Search'), attic);
    expect(screen.queryByText('Results of keys')).toBeNull();
    expect(seen().done).toEqual(['clear']);
  });

  it('keeps a search whose result led there, until the reader goes elsewhere', async () => {
    const fixture = await thenIn(async () => {
      await click('Search');
      seen().firstResult = attic.timeline.messages[0];
      await click('First result');
    }, attic);
    seen().firstResult = undefined;
    expect(screen.getByText('Results of keys')).toBeTruthy();
    fixture.componentRef.setInput('roomId', roomId);
    await settled();
    expect(screen.queryByText('Results of keys')).toBeNull();
  });
});
