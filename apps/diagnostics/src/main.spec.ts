import {
  diagnosticsCommands as diagnostics,
  serviceHeartbeat,
  serviceProblems,
  subjects,
  type Health,
  type Heartbeat,
  type Inspection,
} from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { admin, member, startDiagnostics, type RunningDiagnostics } from './testing/running-diagnostics';

const heartbeat = (over: Partial<Heartbeat> = {}): Heartbeat => ({
  process: 'auth',
  runId: 'first',
  version: '1',
  runsIn: 'box:1',
  uptimeMs: 1,
  memoryBytes: 1_000,
  eventLoopDelayP99Ms: 20,
  databaseBytes: 4_096,
  disk: { state: 'full', freeBytes: 0, totalBytes: 4_096 },
  writer: { waiting: 0, commits: 1, largestBatch: 1 },
  ...over,
});

let running: RunningDiagnostics;

beforeAll(async () => {
  running = await startDiagnostics();
});

afterAll(() => running[Symbol.asyncDispose]());

const reportOf = async (process: string) => {
  const { services } = await running.told(diagnostics.diagSnapshot, {});
  return services.find((service) => service.process === process);
};

it('the service starts and reports that it is healthy', async () => {
  const health = (await running.nats.request(subjects.health('diagnostics'))).json<Health>();
  expect(health).toMatchObject({ process: 'diagnostics', state: 'ok' });
});

it('the service answers admins only', async () => {
  for (const command of Object.values(diagnostics)) {
    expect(await running.ask(member, command, {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await running.ask(null, command, {})).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(await running.ask(admin, command, {})).toMatchObject({ ok: true });
  }
});

it('the service reports measurements, restarts and problems of a process, also after its own restart', async () => {
  const problem = { at: Date.now(), level: 'error' as const, message: 'A handler failed.', trace: '0'.repeat(16) };
  running.publish('auth', serviceHeartbeat, heartbeat());
  running.publish('auth', serviceHeartbeat, heartbeat({ runId: 'second' }));
  running.publish('auth', serviceProblems, { process: 'auth', problems: [problem], dropped: 0 });
  await until(async () => (await reportOf('auth'))?.restarts === 1);
  expect(await reportOf('auth')).toMatchObject({ state: 'well', heard: { memoryBytes: 1_000, databaseBytes: 4_096 } });

  await running.restart();
  running.publish('auth', serviceHeartbeat, heartbeat({ runId: 'second' }));
  await until(async () => (await reportOf('auth'))?.heard !== null);
  expect(await reportOf('auth')).toMatchObject({ restarts: 1 });
  const { problems } = await running.told(diagnostics.diagSnapshot, {});
  expect(problems).toEqual([{ ...problem, process: 'auth' }]);
});

it('the service ignores data that does not match the contract', async () => {
  running.nats.publish(
    subjects.notice('signaling', serviceHeartbeat.name),
    JSON.stringify({ data: { process: 'signaling', runId: 1 } }),
  );
  await running.nats.flush();
  expect((await reportOf('signaling'))?.heard).toBeNull();
});

describe('the event viewer', () => {
  it('asks the running services and names the others', async () => {
    const event = {
      service: 'messaging' as const,
      eventId: 7,
      ts: 1,
      actorUserId: null,
      scope: { kind: 'server' as const, id: '' },
      type: 'room.created',
      trace: '0'.repeat(16),
      body: {},
    };
    const requests: unknown[] = [];
    running.nats.subscribe(subjects.log('messaging'), {
      callback: (_error, request) => {
        requests.push(request.json());
        const seen = { events: [{ ...event, content: { text: 'xyzzy' } }], lookedBackTo: null };
        request.respond(JSON.stringify(seen satisfies Inspection));
      },
    });
    await running.nats.flush();
    const filter = { type: 'room.created' };
    const page = await running.told(diagnostics.diagEvents, { services: ['messaging', 'signaling'], filter });
    expect(page).toEqual({ events: [event], next: null, unanswered: ['signaling'] });
    expect(requests).toEqual([{ filter, limit: 50 }]);
  });

  it('shows the log of diagnostics too', async () => {
    const page = await running.told(diagnostics.diagEvents, { services: ['diagnostics'] });
    expect(page).toEqual({ events: [], next: null, unanswered: [] });
  });
});
