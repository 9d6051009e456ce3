import { describe, expect, it } from '@jest/globals';
import type { CallId, MsgId, RoomLine, UserId } from '@devchitchat/contracts';
import { ada, bob, cyd, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { SystemLine } from './system-line';

const { render, screen, user } = page();

const dan = { ...cyd, userId: 'u_dddddddddddddddd' as UserId, handle: 'dan', displayName: 'Dan' };
const people = [ada, bob, cyd, dan];
const told = { eventId: 9, ts: 0, by: ada.userId };
const several = (count: number, kind: 'joined' | 'left' = 'joined'): RoomLine => ({
  kind,
  ...told,
  lastEventId: 9,
  userIds: people.slice(0, count).map(({ userId }) => userId),
  count,
});

const show = (line: RoomLine) => render(SystemLine, { inputs: { line }, providers: [peopleHere(...people)] });
/** Without the time, which is the last element. */
const words = () => {
  const line = document.querySelector('time')?.parentElement?.cloneNode(true) as HTMLElement;
  line.querySelector('time')?.remove();
  return line.textContent.trim().replace(/\s+/g, ' ');
};

describe('a line about what happened', () => {
  it.each<[RoomLine, string]>([
    [several(1), 'Ada joined'],
    [several(3, 'left'), 'Ada, Bob, and Cyd left'],
    [{ kind: 'added', ...told, userId: bob.userId }, 'Ada added Bob'],
    [{ kind: 'kicked', ...told, userId: bob.userId }, 'Bob was removed by Ada'],
    [{ kind: 'banned', ...told, userId: bob.userId }, 'Bob was banned by Ada'],
    [{ kind: 'unmuted', ...told, by: null, userId: bob.userId }, 'Bob was unmuted by The server'],
    [{ kind: 'role_changed', ...told, userId: bob.userId, role: 'mod' }, 'Bob is now a moderator'],
    [{ kind: 'updated', ...told, name: 'porch' }, 'Ada renamed the room to porch'],
    [{ kind: 'updated', ...told, topic: '{name} <b>' }, 'Ada changed the topic: {name} <b>'],
    [{ kind: 'updated', ...told, name: 'porch', topic: '' }, 'Ada renamed the room to porch · Ada removed the topic'],
    [{ kind: 'slow_mode', ...told, seconds: 30 }, 'Ada set slow mode to 30 seconds'],
    [{ kind: 'slow_mode', ...told, seconds: 90 }, 'Ada set slow mode to 90 seconds'],
    [{ kind: 'slow_mode', ...told, seconds: 0 }, 'Ada turned slow mode off'],
    [
      { kind: 'called', ...told, callId: 'call_a' as CallId, seconds: 67, userIds: [ada.userId, bob.userId], count: 2 },
      'Call · 1 minute · Ada and Bob',
    ],
  ])('says so: %j', async (line, text) => {
    await show(line);
    expect(words()).toBe(text);
  });

  it('is no message', async () => {
    await show(several(1));
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('counts people beyond the first two, and names them on demand', async () => {
    await show(several(4));
    expect(words()).toBe('Ada, Bob, and 2 others joined');
    await user.click(screen.getByRole('button', { name: '2 others' }));
    expect(screen.getByRole('button', { name: 'Dan' })).toBeTruthy();
    expect(words()).toBe('Ada, Bob, Cyd, and Dan joined');
  });

  it('says how many it does not know by name', async () => {
    await show({ ...several(2), count: 1_000 } as RoomLine);
    expect(words()).toBe('Ada, Bob, and 998 others joined');
    expect(screen.queryByRole('button', { name: '998 others' })).toBeNull();
  });

  it('calls a deleted account a deleted user', async () => {
    await show({ ...several(1), userIds: ['u_eeeeeeeeeeeeeeee' as UserId] } as RoomLine);
    expect(words()).toMatch(/joined$/);
    expect(words()).not.toMatch(/u_/);
  });

  it('opens the card of a person, without a tab stop for each name', async () => {
    const { emitted } = await show(several(1));
    const name = screen.getByRole('button', { name: 'Ada' });
    expect(name.tabIndex).toBe(-1);
    await user.click(name);
    expect(emitted.asksWho).toEqual([ada.userId]);
  });

  it('leads to the pinned message', async () => {
    const { emitted } = await show({ kind: 'pinned', ...told, msgId: 4 as MsgId, seq: 4 });
    expect(words()).toBe('Ada pinned a message');
    await user.click(screen.getByRole('button', { name: 'a message' }));
    expect(emitted.jumps).toEqual([4]);
  });
});
