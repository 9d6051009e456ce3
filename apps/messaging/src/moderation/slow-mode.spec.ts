import { accepted } from '@devchitchat/contracts';
import { actingMemberIn } from '../rooms/access';
import { created, joined, roomAfter, settingsChanged } from '../testing/history';
import { ada, bob, cleo, people } from '../testing/people';
import { maySendNow, slowModeMs } from './slow-mode';

const room = [created('public', ada), joined(ada, 'owner'), joined(bob), joined(cleo, 'mod')];

const speaker = (userId: typeof ada, slowModeSeconds: number, isBot = false) => {
  const member = actingMemberIn(roomAfter(...room, settingsChanged({ slowModeSeconds })), userId, people);
  if (!member.ok) throw new Error(member.error.message);
  return { ...member.value, isBot };
};

describe('slow mode', () => {
  it('lets a member send the next message when the wait is over', () => {
    const bobSlowly = speaker(bob, 30);
    expect(maySendNow(bobSlowly, 1_000, 30_999)).toMatchObject({ ok: false });
    expect(maySendNow(bobSlowly, 1_000, 31_000)).toEqual(accepted({}));
    expect(maySendNow(bobSlowly, undefined, 31_000)).toEqual(accepted({}));
  });

  it('reports the wait in text and in milliseconds', () => {
    expect(maySendNow(speaker(bob, 30), 1_000, 2_500)).toMatchObject({
      error: {
        code: 'rate_limited',
        retryable: true,
        retryAfterMs: 28_500,
        message: 'Slow mode: you can send one message every 30 s. Try again in 29 s.',
      },
    });
    expect(maySendNow(speaker(bob, 21_600), 0, 60_000)).toMatchObject({
      error: { message: 'Slow mode: you can send one message every 6 h. Try again in 6 h.', retryAfterMs: 21_540_000 },
    });
    expect(maySendNow(speaker(bob, 300), 0, 1)).toMatchObject({
      error: { message: 'Slow mode: you can send one message every 5 min. Try again in 5 min.' },
    });
  });

  it('never makes a member wait longer than its setting, even if the clock was set back', () => {
    expect(maySendNow(speaker(bob, 30), 900_000, 0)).toMatchObject({ error: { retryAfterMs: 30_000 } });
  });

  it('does not apply to the owner, mods and bots', () => {
    expect([speaker(ada, 30), speaker(cleo, 30), speaker(bob, 30, true), speaker(bob, 0)].map(slowModeMs)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(maySendNow(speaker(ada, 30), 1_000, 1_001)).toEqual(accepted({}));
  });
});
