import { describe, expect, it } from '@jest/globals';
import type { CallsReport, RoomId } from '@devchitchat/contracts';
import { RoomNames } from '../../client/rooms/room-names';
import { ada, bob, garden, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { tableRows } from '../../platform/testing/table-rows';
import { CallsTable } from './calls-table';
import { exactTime } from './units';

const { render, screen } = page();

const attic = 'r_attic' as RoomId;
const alone = { userId: bob.userId, joinedAt: 2_000, streams: [], links: {} };
const busy: CallsReport['calls'][number]['peers'][number] = {
  userId: ada.userId,
  joinedAt: 1_000,
  streams: ['camera', 'screen'],
  links: { unreachable: 1, connected: 2 },
};

describe('the table of calls', () => {
  const shown = (calls: CallsReport | null) =>
    render(CallsTable, {
      inputs: { calls },
      providers: [
        peopleHere(ada, bob),
        {
          provide: RoomNames,
          useValue: { ofId: (roomId: RoomId) => (roomId === garden.roomId ? 'garden' : undefined) },
        },
      ],
    });

  it('lists every participant with the streams and the links of their browser', async () => {
    await shown({
      callCount: 2,
      calls: [
        { roomId: garden.roomId, startedAt: 1_000, peers: [busy] },
        { roomId: attic, startedAt: 2_000, peers: [alone] },
      ],
    });
    expect(tableRows()).toEqual([
      ['Ada', 'garden', exactTime(1_000), 'camera, screen', '2 connected1 unreachable'],
      ['Bob', attic, exactTime(2_000), 'nothing', '–'],
    ]);
    expect(screen.getByText('2 running')).toBeTruthy();
  });

  it('says that it shows only the longest of many', async () => {
    await shown({ callCount: 60, calls: [{ roomId: attic, startedAt: 2_000, peers: [alone] }] });
    expect(screen.getByText('60 running; the longest:')).toBeTruthy();
  });

  it.each([
    ['no one is in a call', { callCount: 0, calls: [] }, 'No one is in a call.'],
    ['signaling is silent', null, 'No report from signaling yet.'],
  ])('is missing while %s', async (_case, calls, sentence) => {
    await shown(calls);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText(sentence)).toBeTruthy();
  });
});
