import { authCommands, authReasons, rates, refused } from '@devchitchat/contracts';
import { heard, GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const input = { token: 't'.repeat(43) };

async function addressHeard(harness: GatewayHarness, forwardedFor: string): Promise<string | undefined> {
  harness.answer(authCommands.invitePreview, () => refused(authReasons.inviteDead));
  await fetch(`${harness.url}/api/auth.invite_preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
    body: JSON.stringify(input),
  });
  return harness.asked.at(-1)?.envelope.address;
}

describe('behind a trusted proxy', () => {
  let harness: GatewayHarness;
  beforeAll(async () => (harness = await GatewayHarness.open({ TRUST_PROXY: 'loopback, 10.0.0.0/8' })));
  afterAll(() => harness[Symbol.asyncDispose]());

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7, 10.1.1.1', '203.0.113.7'],
    // The client's own value comes before the one the proxy added.
    ['1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['rubbish', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('a request for %s comes from %s', async (forwardedFor, address) => {
    expect(await addressHeard(harness, forwardedFor)).toBe(address);
  });

  it('a socket has the address of its client', async () => {
    const socket = harness.socket({ ...harness.cookieOf(person('a')), 'x-forwarded-for': '203.0.113.9' });
    const hello = heard(socket, 'hello');
    socket.connect();
    await hello;
    const asked = harness.asked.findLast(({ command }) => command.endsWith('session_resolve'));
    expect(asked?.envelope.address).toBe('203.0.113.9');
    socket.disconnect();
  });

  it('every client has its own rate limits', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 40; i++) {
      const response = await fetch(`${harness.url}/api/auth.invite_preview`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${i}` },
        body: JSON.stringify(input),
      });
      statuses.add(response.status);
    }
    expect([...statuses]).toEqual([404]);
  });

  it('all addresses of one IPv6 network share rate limits', async () => {
    harness.answer(authCommands.signIn, () => refused(authReasons.signInWrong));
    const statusFrom = async (address: string) => {
      const { status } = await fetch(`${harness.url}/api/auth.sign_in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ handle: 'anna', password: 'guess' }),
      });
      return status;
    };
    const statuses: number[] = [];
    for (let i = 0; i <= rates.auth.burst; i++) statuses.push(await statusFrom(`2001:db8:0:1::${i}`));
    expect(statuses).toEqual([...Array<number>(rates.auth.burst).fill(403), 429]);
    expect(await statusFrom('2001:db8:0:2::1')).toBe(403);
  });

  it('a page served by the proxy over https counts as our own', async () => {
    const { host } = new URL(harness.url);
    const post = (headers: Record<string, string>) =>
      fetch(`${harness.url}/api/auth.invite_preview`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: `https://${host}`,
          'x-forwarded-for': '203.0.113.77',
          ...headers,
        },
        body: JSON.stringify(input),
      });
    expect((await post({ 'x-forwarded-proto': 'https' })).status).toBe(404);
    expect((await post({})).status).toBe(403);
  });
});

describe('without a trusted proxy', () => {
  it('headers with an address or a scheme are ignored', async () => {
    await using harness = await GatewayHarness.open();
    expect(await addressHeard(harness, '203.0.113.7')).toBe('127.0.0.1');
    const response = await fetch(`${harness.url}/api/auth.invite_preview`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: harness.url.replace('http:', 'https:'),
        'x-forwarded-proto': 'https',
      },
      body: JSON.stringify(input),
    });
    expect(response.status).toBe(403);
  });

  it('a client cannot evade a rate limit with a forged address', async () => {
    await using harness = await GatewayHarness.open({ TRUST_PROXY: '10.0.0.0/8' });
    harness.answer(authCommands.invitePreview, () => refused(authReasons.inviteDead));
    const statuses: number[] = [];
    for (let i = 0; i < 60 && statuses.at(-1) !== 429; i++) {
      const response = await fetch(`${harness.url}/api/auth.invite_preview`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${i}` },
        body: JSON.stringify(input),
      });
      statuses.push(response.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
