import type { UserId } from '@devchitchat/contracts';
import { LiveBots } from './live-bots';

const [dice, other, anna] = ['u_000000000000d1ce', 'u_00000000000000th', 'u_aaaaaaaaaaaaaaaa'] as [
  UserId,
  UserId,
  UserId,
];

it('finds the live bots in an audience', () => {
  const bots = new LiveBots();
  expect(bots.isEmpty).toBe(true);
  bots.add(dice);
  bots.add(other);
  expect(bots.among('everyone')).toEqual([dice, other]);
  expect(bots.among([anna, other])).toEqual([other]);
  expect(bots.among([])).toEqual([]);
});

it('never revives a revoked bot, whichever event arrives first', () => {
  const bots = new LiveBots();
  bots.add(dice);
  bots.revoke(dice);
  bots.add(dice);
  bots.revoke(other);
  bots.add(other);
  expect([bots.has(dice), bots.has(other), bots.isEmpty]).toEqual([false, false, true]);
});
