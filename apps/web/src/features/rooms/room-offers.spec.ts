import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId, RoomSnapshot } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { FoldedSections } from '../../client/rooms/folded-sections';
import { Rooms } from '../../client/rooms/rooms';
import { garden } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { RoomOffers } from './room-offers';

const { render, screen, user } = page();
const snapshot = new RoomLog().latest;
const listed = (name: string, memberCount: number, joined = false, banned = false) => ({
  ...garden,
  roomId: `r_${name}` as RoomId,
  name,
  memberCount,
  joined,
  ...(banned && { banned }),
  lastMessageAt: Date.now(),
});

describe('the rooms offered to a newcomer', () => {
  let connection: ScriptedConnection;
  let router: RecordingRouter;
  let entered: RoomSnapshot[];
  beforeEach(() => {
    connection = new ScriptedConnection();
    router = new RecordingRouter();
    entered = [];
    localStorage.clear();
  });
  const shown = () =>
    render(RoomOffers, {
      providers: [
        connection.provider,
        router.provider,
        FoldedSections,
        { provide: Rooms, useValue: { enter: (room: RoomSnapshot) => entered.push(room) } },
      ],
    });

  it('are the three most alive ones, joined by a click', async () => {
    const rooms = [listed('a', 1), listed('b', 5), listed('c', 9, true), listed('d', 3), listed('e', 4)];
    connection.accepts('room.list', { rooms, next: null }).accepts('room.join', snapshot);
    await shown();
    const buttons = screen.getAllByRole('button').map((button) => button.textContent.trim());
    expect(buttons).toEqual(['Join b', 'Join e', 'Join d', 'Not now']);
    await user.click(screen.getByRole('button', { name: 'Join b' }));
    expect([entered, router.visited]).toEqual([[snapshot], ['/room/r_b']]);
  });

  it('leave out rooms that the newcomer is banned from', async () => {
    const rooms = [listed('a', 9, false, true), listed('b', 5), listed('c', 3)];
    connection.accepts('room.list', { rooms, next: null });
    await shown();
    const buttons = screen.getAllByRole('button').map((button) => button.textContent.trim());
    expect(buttons).toEqual(['Join b', 'Join c', 'Not now']);
  });

  it('take no place without any, or once dismissed', async () => {
    connection.accepts('room.list', { rooms: [listed('a', 1)], next: null });
    await shown();
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('stay away on the next page, once dismissed', async () => {
    localStorage.setItem('devchitchat folded sections', '["offers"]');
    connection.accepts('room.list', { rooms: [listed('a', 1)], next: null });
    await shown();
    expect(screen.queryByRole('region')).toBeNull();
  });
});
