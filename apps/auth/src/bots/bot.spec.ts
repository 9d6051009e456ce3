import type { UserId } from '@devchitchat/contracts';
import { refusedWith } from '../testing/running-auth';
import { actorOf, ada, bob } from '../testing/people';
import { createBot, revokeBot } from './bot';

const dice = { userId: 'u_000000000000d1ce' as UserId, publicKey: 'UDICE', handle: 'dice', displayName: 'Dice' };
const live = { userId: dice.userId, revokedAt: null };

describe('making a bot', () => {
  it('is for an admin to do, and everyone hears of it', () => {
    expect(createBot(actorOf(ada), dice, false)).toMatchObject({
      ok: true,
      value: { body: { userId: dice.userId, publicKey: 'UDICE' }, audience: 'everyone' },
    });
    expect(createBot(actorOf(bob), dice, false)).toMatchObject(refusedWith('forbidden'));
  });

  it('needs a handle that can be had', () => {
    expect(createBot(actorOf(ada), dice, true)).toMatchObject(refusedWith('conflict'));
    expect(createBot(actorOf(ada), { ...dice, handle: 'System' }, false)).toMatchObject(refusedWith('conflict'));
  });
});

it('is made at the terminal by whoever has the server', () => {
  expect(createBot('operator', dice, false)).toMatchObject({ ok: true, value: { body: { userId: dice.userId } } });
  expect(createBot('operator', dice, true)).toMatchObject(refusedWith('conflict'));
});

describe('revoking a bot', () => {
  it('is for an admin to do', () => {
    expect(revokeBot(actorOf(ada), live)).toMatchObject({ ok: true, value: [{ body: { userId: dice.userId } }] });
    expect(revokeBot(actorOf(bob), live)).toMatchObject(refusedWith('forbidden'));
  });

  it('happens once', () => {
    expect(revokeBot(actorOf(ada), { ...live, revokedAt: 1 })).toEqual({ ok: true, value: [] });
  });

  it('is nothing for somebody who is no bot', () => {
    expect(revokeBot(actorOf(ada), undefined)).toMatchObject(refusedWith('not_found'));
  });
});
