import { ada } from '../testing/people';
import { changePassword, signIn } from './password';

const { userId } = ada;

describe('signing in', () => {
  it('succeeds for a known handle with a correct password', () => {
    expect(signIn(ada, true)).toEqual({ ok: true, value: ada });
  });

  it('is refused in the same words for an unknown handle and a wrong password', () => {
    expect(signIn(undefined, false)).toEqual(signIn(ada, false));
    expect(signIn(ada, false)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('reveals that an account is disabled only with the correct password', () => {
    const disabled = { ...ada, active: false, disabled: true };
    expect(signIn(disabled, false)).toEqual(signIn(ada, false));
    expect(signIn(disabled, true)).toMatchObject({
      ok: false,
      error: { code: 'forbidden', message: 'An admin disabled this account. Ask an admin to enable it.' },
    });
  });
});

describe('changing a password', () => {
  it('requires no proof if none is set', () => {
    expect(changePassword({ userId, isSet: false, isProven: false }, 'set')).toMatchObject({
      ok: true,
      value: [{ body: { userId, set: true }, content: null, audience: [] }],
    });
  });

  it.each(['set', 'removed'] as const)('requires the current one: %s', (to) => {
    expect(changePassword({ userId, isSet: true, isProven: false }, to)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(changePassword({ userId, isSet: true, isProven: true }, to)).toMatchObject({
      ok: true,
      value: [{ body: { set: to === 'set' } }],
    });
  });

  it('from none to none appends no event', () => {
    expect(changePassword({ userId, isSet: false, isProven: false }, 'removed')).toEqual({ ok: true, value: [] });
  });
});
