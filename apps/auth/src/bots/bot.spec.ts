import type { UserId } from '@devchitchat/contracts';
import { refusedWith } from '../testing/running-auth';
import { createBot, revokeBot } from './bot';

const dice = { userId: 'u_000000000000d1ce' as UserId, publicKey: 'UDICE', handle: 'dice', displayName: 'Dice' };
const live = { userId: dice.userId, revokedAt: null };

describe('creating a bot', () => {
  it('is announced to everyone', () => {
    expect(createBot(dice, false)).toMatchObject({
      ok: true,
      value: { body: { userId: dice.userId, publicKey: 'UDICE' }, audience: 'everyone' },
    });
  });

  it('requires an available handle', () => {
    expect(createBot(dice, true)).toMatchObject(refusedWith('conflict'));
    expect(createBot({ ...dice, handle: 'System' }, false)).toMatchObject(refusedWith('conflict'));
  });
});

describe('revoking a bot', () => {
  it('is announced', () => {
    expect(revokeBot(live)).toMatchObject({ ok: true, value: [{ body: { userId: dice.userId } }] });
  });

  it('takes effect once', () => {
    expect(revokeBot({ ...live, revokedAt: 1 })).toEqual({ ok: true, value: [] });
  });

  it('is refused for a person', () => {
    expect(revokeBot(undefined)).toMatchObject(refusedWith('not_found'));
  });
});
