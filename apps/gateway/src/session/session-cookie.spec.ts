import { sessionCookie } from './session-cookie';

const token = 'x'.repeat(43);
const plain = sessionCookie(false);
const secure = sessionCookie(true);

describe('the session cookie', () => {
  it('keeps a token from scripts and other sites, until it ends', () => {
    expect(plain.keeping(token, 90_500, 30_000)).toBe(
      `devchitchat_session=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax`,
    );
  });

  it('is Secure and bound to its host under https', () => {
    expect(secure.keeping(token, 60_000, 0)).toBe(
      `__Host-devchitchat_session=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
  });

  it('can be deleted', () => {
    expect(secure.gone).toBe('__Host-devchitchat_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure');
  });

  it.each([
    ['alone', `devchitchat_session=${token}`],
    ['among others', `theme=dark; devchitchat_session=${token};lang=en`],
    ['before a second one', `devchitchat_session=${token}; devchitchat_session=planted`],
  ])('is found %s', (_where, header) => {
    expect(plain.tokenIn(header)).toBe(token);
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['another name', `xdevchitchat_session=${token}`],
    ['no value', 'devchitchat_session='],
    ['no equals sign', 'devchitchat_session'],
    ['more than a token', `devchitchat_session=${'x'.repeat(65)}`],
    ['the name it has without https', `devchitchat_session=${token}`, secure],
  ])('is not found in %s', (_what, header, cookie = plain) => {
    expect(cookie.tokenIn(header)).toBeUndefined();
  });
});
