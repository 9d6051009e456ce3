import {
  accepted,
  authCommands,
  authReasons,
  commonReasons as reasons,
  limits,
  rates,
  refused,
  type Reply,
} from '@devchitchat/contracts';
import { heard, GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const anna = person('a');
const token = 't'.repeat(43);
const preview = { invitedBy: null, expiresAt: 1, firstAdmin: true };
const redeem = { token, handle: 'anna', displayName: 'Anna' };

let harness: GatewayHarness;
beforeAll(async () => {
  harness = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '1000' });
  harness.answer(authCommands.invitePreview, () => accepted(preview));
  harness.answer(authCommands.inviteRedeem, () =>
    accepted({ user: anna.user, sessionToken: anna.token, expiresAt: Date.now() + 3_600_000 }),
  );
});
afterAll(() => harness[Symbol.asyncDispose]());

async function post(name: string, body: unknown, headers: Record<string, string> = {}, at = harness) {
  const response = await fetch(`${at.url}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, reply: (await response.json()) as Reply<unknown> };
}

describe('a command over HTTP', () => {
  it('is sent to its service and returns its Reply', async () => {
    expect(await post('auth.invite_preview', { token })).toMatchObject({ status: 200, reply: accepted(preview) });
    expect(harness.asked.at(-1)?.envelope).toMatchObject({ actor: null, address: '127.0.0.1', input: { token } });
  });

  it('puts the token of a new session only into a cookie', async () => {
    const { reply, headers } = await post('auth.invite_redeem', redeem, { origin: harness.url });
    expect(reply).toEqual(accepted({ user: anna.user, expiresAt: expect.any(Number) as unknown }));
    expect(headers.get('set-cookie')).toMatch(
      new RegExp(`^devchitchat_session=${anna.token}; Max-Age=3(600|599); Path=/; HttpOnly; SameSite=Lax$`),
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('ends a session with its actor and deletes the cookie', async () => {
    harness.answer(authCommands.signOut, () => accepted({}));
    const { reply, headers } = await post('auth.sign_out', {}, harness.cookieOf(anna));
    expect(reply).toEqual(accepted({}));
    expect(harness.asked.at(-1)?.envelope.actor).toEqual(anna.actor);
    expect(headers.get('set-cookie')).toMatch(/^devchitchat_session=; Max-Age=0;/);
  });

  it('needs a session to end one, and deletes an invalid cookie', async () => {
    const { status, headers } = await post('auth.sign_out', {}, { cookie: `devchitchat_session=${token}` });
    expect(status).toBe(401);
    expect(headers.get('set-cookie')).toMatch(/Max-Age=0/);
  });

  it('keeps the cookie if ending the session failed', async () => {
    harness.answer(authCommands.signOut, () => refused(reasons.serverBusy, {}, 1_500));
    const { status, headers } = await post('auth.sign_out', {}, harness.cookieOf(anna));
    expect([status, headers.get('set-cookie'), headers.get('retry-after')]).toEqual([503, null, '2']);
  });
});

describe('bad input over HTTP', () => {
  /** The gateway asks things of its own accord, too: whether there is a first admin. */
  const askedFromOutside = () => harness.asked.filter(({ envelope }) => envelope.address !== '');

  const canary = 'canary-99';

  it.each([
    ['broken JSON', 'auth.invite_preview', `{"token":"${canary}`, {}, 400, 'invalid'],
    ['no JSON at all', 'auth.invite_preview', canary, {}, 400, 'invalid'],
    ['an unknown field', 'auth.invite_preview', { token, [canary]: 1 }, {}, 400, 'invalid'],
    ['a wrong shape', 'auth.invite_preview', { token: canary }, {}, 400, 'invalid'],
    ['a prototype', 'auth.invite_preview', `{"token":"${token}","__proto__":{"x":1}}`, {}, 400, 'invalid'],
    ['a deep nest', 'auth.invite_preview', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, {}, 400, 'invalid'],
    [
      'a form',
      'auth.invite_preview',
      `token=${canary}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
      'invalid',
    ],
    ['text that is JSON', 'auth.invite_preview', { token }, { 'content-type': 'text/plain' }, 400, 'invalid'],
    ['a compressed body', 'auth.invite_preview', canary, { 'content-encoding': 'gzip' }, 400, 'invalid'],
    ['too much', 'auth.invite_preview', { token: canary.repeat(limits.frameBytes) }, {}, 413, 'too_large'],
    ['a page of another site', 'auth.invite_preview', { token }, { origin: 'https://evil.example' }, 403, 'forbidden'],
    ['a command for sockets only', 'room.list', {}, {}, 404, 'not_found'],
    ['a command for services only', 'auth.session_resolve', { token }, {}, 404, 'not_found'],
    ['an unknown command', canary, {}, {}, 404, 'not_found'],
    ['a path that is no text', '%E0%A4%A', {}, {}, 400, 'invalid'],
    ['a longer path', 'auth.sign_in/x', {}, {}, 404, 'not_found'],
  ])('%s is refused as a Reply that repeats nothing', async (_what, name, body, headers, status, code) => {
    const asked = askedFromOutside().length;
    const answer = await post(name, body, headers);
    expect(answer).toMatchObject({ status, reply: { ok: false, error: { code } } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(JSON.stringify(answer.reply)).not.toContain(canary);
    expect(askedFromOutside()).toHaveLength(asked);
  });

  it('gets 404 for another method', async () => {
    const response = await fetch(`${harness.url}/api/auth.sign_in`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('does not affect the next request', async () => {
    expect((await post('auth.invite_preview', { token })).status).toBe(200);
  });
});

describe('guessing', () => {
  it('is slowed down by a rate limit per address', async () => {
    await using strict = await GatewayHarness.open();
    strict.answer(authCommands.signIn, () => refused(authReasons.signInWrong));
    const guess = () => post('auth.sign_in', { handle: 'anna', password: 'guess' }, {}, strict);
    for (let i = 0; i < rates.auth.burst; i++) expect((await guess()).status).toBe(403);
    const last = await guess();
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.reply).toMatchObject({
      error: { code: 'rate_limited', message: expect.stringContaining('10 a minute') as unknown },
    });
  });
});

describe('under https', () => {
  it('accepts only a cookie that is Secure and bound to the host', async () => {
    await using secure = await GatewayHarness.open({ PUBLIC_URL: 'https://chat.example' });
    secure.answer(authCommands.inviteRedeem, () =>
      accepted({ user: anna.user, sessionToken: anna.token, expiresAt: Date.now() + 60_000 }),
    );
    const { headers } = await post('auth.invite_redeem', redeem, { origin: 'https://chat.example' }, secure);
    expect(headers.get('set-cookie')).toMatch(/^__Host-devchitchat_session=.*; Secure$/);

    const { cookie } = secure.cookieOf(anna);
    const plain = secure.socket({ cookie }).connect();
    await heard(plain, 'connect_error');
    const bound = secure.socket({ cookie: `__Host-${cookie}` }).connect();
    await heard(bound, 'hello');
  });
});
