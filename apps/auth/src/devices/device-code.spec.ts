import { ada, sessionIds } from '../testing/people';
import { codeLifetimeMs, redeemCode } from './device-code';

const now = 1_790_000_000_000;
const code = { userId: ada.userId, sessionId: sessionIds[0], expiresAt: now + codeLifetimeMs };
const shown = { code, user: ada, isShownByLiveSession: true };

describe('a device code', () => {
  it('signs in its person for five minutes', () => {
    expect(redeemCode(shown, now + codeLifetimeMs - 1)).toEqual({ ok: true, value: ada });
  });

  it.each([
    ['is older', shown, now + codeLifetimeMs],
    ['was never created', { ...shown, code: undefined }, now],
    ['was displayed by a session that ended', { ...shown, isShownByLiveSession: false }, now],
    ['belongs to a deleted account', { ...shown, user: undefined }, now],
  ])('is refused if it %s', (_, state, at) => {
    expect(redeemCode(state, at)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
