import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { garden } from '../../client/testing/people';
import { Jump } from '../../client/timeline/jump';
import { page } from '../../platform/testing/page';
import { fieldDayOf } from '../../platform/time/times';
import { JumpToDate } from './jump-to-date';

const { render, screen, user } = page();

describe('the dialog that jumps to a day', () => {
  const opened = async (problem = '') => {
    const jumps: unknown[] = [];
    const jump = {
      toDay: (roomId: RoomId, day: string) => {
        jumps.push([roomId, day]);
        return Promise.resolve(problem);
      },
      beginningOf: () => Promise.resolve(new Date(2026, 10, 14, 9).getTime()),
      toBeginning: (roomId: RoomId) => Promise.resolve(jumps.push([roomId, 'beginning'])),
    };
    const { emitted } = await render(JumpToDate, {
      inputs: { roomId: garden.roomId },
      providers: [{ provide: Jump, useValue: jump }],
    });
    return { jumps, emitted };
  };
  const choose = async (day: string) => {
    await user.type(screen.getByLabelText('Day'), day);
    await user.click(screen.getByRole('button', { name: 'Jump' }));
  };

  it('goes there and closes', async () => {
    const { jumps, emitted } = await opened();
    await choose('2026-11-20');
    expect(jumps).toEqual([[garden.roomId, '2026-11-20']]);
    expect(emitted.closed).toHaveLength(1);
  });

  it('reports that no message was sent since, and stays open', async () => {
    const { emitted } = await opened('Nothing was said since.');
    await choose('2026-11-27');
    expect(screen.getByText('Nothing was said since.')).toBeTruthy();
    expect(emitted.closed).toEqual([]);
  });

  it('offers the days from the first message to today', async () => {
    await opened();
    const { min, max } = screen.getByLabelText<HTMLInputElement>('Day');
    expect([min, max]).toEqual(['2026-11-14', fieldDayOf(Date.now())]);
  });

  it('goes to the beginning of the room', async () => {
    const { jumps, emitted } = await opened();
    await user.click(screen.getByRole('button', { name: 'Jump to the beginning' }));
    expect(jumps).toEqual([[garden.roomId, 'beginning']]);
    expect(emitted.closed).toHaveLength(1);
  });
});
