import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { processNames, subjects, type Health } from '@devchitchat/contracts';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const others = processNames.filter((name) => name !== 'gateway');

const well = (harness: GatewayHarness, process: Health['process'], state: Health['state'] = 'ok', reason?: string) =>
  harness.nats.subscribe(subjects.health(process), {
    callback: (_error, request) =>
      void request.respond(
        JSON.stringify({ process, state, version: '1.2.3', uptimeMs: 5, ...(reason && { reason }) } satisfies Health),
      ),
  });

const health = async (harness: GatewayHarness, headers: Record<string, string> = {}) => {
  const response = await fetch(`${harness.url}/health`, { headers });
  return [response.status, await response.json()] as const;
};

it('health is ok when all five processes are', async () => {
  await using harness = await GatewayHarness.open();
  for (const name of others) well(harness, name);
  await harness.nats.flush();
  const [status, report] = await health(harness);
  expect(status).toBe(200);
  expect(report).toMatchObject({
    state: 'ok',
    services: Object.fromEntries(processNames.map((process) => [process, { process, state: 'ok' }])),
  });
});

it('health names the process that is missing or failing', async () => {
  await using harness = await GatewayHarness.open();
  well(harness, 'auth');
  well(harness, 'messaging', 'failing');
  await harness.nats.flush();
  const [status, report] = await health(harness);
  expect(status).toBe(503);
  expect(report).toMatchObject({
    state: 'failing',
    services: {
      gateway: { state: 'ok' },
      auth: { state: 'ok' },
      messaging: { state: 'failing' },
      signaling: { state: 'failing', reason: 'It does not answer over NATS.' },
    },
  });
});

it('health stays 200 while a service is read-only, so that nothing is restarted', async () => {
  await using harness = await GatewayHarness.open();
  for (const name of others) well(harness, name, name === 'messaging' ? 'degraded' : 'ok', 'Its disk is full.');
  await harness.nats.flush();
  const [status, report] = await health(harness);
  expect(status).toBe(200);
  expect(report).toMatchObject({ state: 'degraded', services: { messaging: { reason: 'Its disk is full.' } } });
});

const admin = person('a');

describe('a client that requests the health of the server', () => {
  let harness: GatewayHarness;
  beforeAll(async () => {
    harness = await GatewayHarness.open({ METRICS_TOKEN: 'a-token-of-sixteen' });
    for (const name of others) well(harness, name, 'ok', 'well, well');
    await harness.nats.flush();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it.each([
    ['by another name', { host: 'chat.example.org' }],
    ['by the address of the box', { host: '192.168.1.20:8080' }],
    ['through a proxy', { 'x-forwarded-for': '203.0.113.7' }],
    ['through a proxy that says otherwise', { forwarded: 'for=203.0.113.7' }],
    ['through a proxy that only says it is one', { via: '1.1 box' }],
    ['with a wrong token', { host: 'chat.example.org', authorization: 'Bearer a-token-of-sixteeN' }],
  ])('from elsewhere hears that it is well, and no more: %s', async (_, headers) => {
    expect(await asked(headers)).toEqual([200, '{"state":"ok"}']);
  });

  it('sees each service without versions on this machine', async () => {
    const [, text] = await asked({});
    expect(JSON.parse(text)).toMatchObject({ services: { auth: { state: 'ok', reason: 'well, well' } } });
    expect(text).not.toMatch(/version|1\.2\.3|uptime/);
  });

  it('sees everything with the metrics token, from any address', async () => {
    const [, text] = await asked({ host: 'chat.example.org', authorization: 'Bearer a-token-of-sixteen' });
    expect(JSON.parse(text)).toMatchObject({ services: { auth: { version: '1.2.3', uptimeMs: 5 } } });
  });

  it('sees everything as an admin, and no more than a stranger as another user', async () => {
    const { cookie } = harness.cookieOf({ ...admin, actor: { ...admin.actor, role: 'admin' } });
    expect((await asked({ host: 'chat.example.org', cookie }))[1]).toContain('1.2.3');
    const member = harness.cookieOf(person('b'));
    expect((await asked({ host: 'chat.example.org', ...member }))[1]).toBe('{"state":"ok"}');
  });

  /** `fetch` does not let anybody say another Host. */
  async function asked(headers: Record<string, string>): Promise<[number | undefined, string]> {
    const sent = request(`${harness.url}/health`, { headers, agent: false }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return [response.statusCode, text];
  }
});
