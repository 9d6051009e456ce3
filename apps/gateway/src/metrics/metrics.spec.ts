import { serviceHeartbeat } from '@devchitchat/contracts';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const token = 'a-token-of-some-length';

const metrics = async (harness: GatewayHarness, headers: Record<string, string> = {}) => {
  const response = await fetch(`${harness.url}/metrics`, { headers });
  return { status: response.status, text: await response.text() };
};

it('lists in Prometheus format which processes are up and the number of sockets', async () => {
  await using harness = await GatewayHarness.open({ METRICS_TOKEN: token });
  await harness.enter(person('a'));
  const heartbeat = {
    process: 'auth' as const,
    runId: 'l',
    version: '1',
    runsIn: 'box:1',
    uptimeMs: 1_000,
    memoryBytes: 5_000_000,
    eventLoopDelayP99Ms: 20,
    databaseBytes: 4_096,
    disk: { state: 'ok' as const, freeBytes: 1_000_000, totalBytes: 4_000_000 },
    writer: { waiting: 2, commits: 1, largestBatch: 1 },
  };
  harness.sayNotice('auth', serviceHeartbeat, heartbeat, []);
  await harness.nats.flush();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { status, text } = await metrics(harness, { authorization: `Bearer ${token}` });
  expect(status).toBe(200);
  expect(text).toContain('devchitchat_up{process="auth"} 1\n');
  expect(text).toContain('devchitchat_up{process="messaging"} 0\n');
  expect(text).toContain('devchitchat_memory_bytes{process="auth"} 5000000\n');
  expect(text).toContain('devchitchat_event_loop_delay_seconds{process="auth"} 0.02\n');
  expect(text).toContain('devchitchat_writer_waiting{process="auth"} 2\n');
  expect(text).toContain('devchitchat_sockets 1\n');
  expect(text).toContain('devchitchat_file_bytes_total{direction="received"} 0\n');
});

it('is available to admins and holders of the token only', async () => {
  await using harness = await GatewayHarness.open({ METRICS_TOKEN: token });
  const admin = person('a');
  admin.actor.role = 'admin';
  const status = async (headers?: Record<string, string>) => (await metrics(harness, headers)).status;
  expect(await status()).toBe(404);
  expect(await status({ authorization: 'Bearer a-token-of-same-length' })).toBe(404);
  expect(await status(harness.cookieOf(person('b')))).toBe(404);
  expect(await status(harness.cookieOf(admin))).toBe(200);
});

it('accepts no token if none is configured', async () => {
  await using harness = await GatewayHarness.open();
  expect((await metrics(harness, { authorization: 'Bearer undefined' })).status).toBe(404);
});
