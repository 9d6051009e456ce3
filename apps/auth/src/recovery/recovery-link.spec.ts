import { ada, bob } from '../testing/people';
import { refusedWith } from '../testing/running-auth';
import { createRecovery, openRecovery, recoveryLifetimeMs } from './recovery-link';

const now = 1_790_000_000_000;
const link = { userId: bob.userId, createdBy: ada.userId, expiresAt: now + recoveryLifetimeMs };
const disabled = { ...bob, active: false, disabled: true };

describe('a recovery link', () => {
  it('is created for another person who can sign in, and lasts 24 hours', () => {
    expect(createRecovery(ada.userId, bob, now)).toEqual({ ok: true, value: link });
    expect(link.expiresAt - now).toBe(86_400_000);
  });

  it('is refused for oneself, for a bot, and for an account that cannot sign in', () => {
    expect(createRecovery(bob.userId, bob, now)).toMatchObject(refusedWith('conflict'));
    expect(createRecovery(ada.userId, disabled, now)).toMatchObject(refusedWith('conflict'));
    expect(createRecovery(ada.userId, { ...bob, active: false }, now)).toMatchObject(refusedWith('conflict'));
    expect(createRecovery(ada.userId, { ...bob, isBot: true }, now)).toMatchObject(refusedWith('not_found'));
    expect(createRecovery(ada.userId, undefined, now)).toMatchObject(refusedWith('not_found'));
  });

  it('works until it expires, and otherwise is refused in the same words', () => {
    expect(openRecovery(link, { user: bob, isMakerAdmin: true }, link.expiresAt - 1)).toMatchObject({
      ok: true,
      value: { user: bob },
    });
    const unknown = openRecovery(undefined, { user: undefined, isMakerAdmin: false }, now);
    expect(unknown).toMatchObject(refusedWith('not_found'));
    expect(openRecovery(link, { user: bob, isMakerAdmin: true }, link.expiresAt)).toEqual(unknown);
    expect(openRecovery(link, { user: disabled, isMakerAdmin: true }, now)).toEqual(unknown);
    expect(openRecovery(link, { user: bob, isMakerAdmin: false }, now)).toEqual(unknown);
  });
});
