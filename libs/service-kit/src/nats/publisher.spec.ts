import { scopeHead, subjects, type PublishedNotice, type UserId } from '@devchitchat/contracts';
import { silentLogger } from '../process/logger';
import { startNatsServer } from '../testing/nats-server';
import { connectNats } from './connection';
import { Publisher } from './publisher';

it('the publisher sends nothing on a closing or closed connection, without throwing', async () => {
  await using server = await startNatsServer();
  const nats = await connectNats({ process: 'messaging', url: server.url, logger: silentLogger });
  const publisher = new Publisher('messaging', nats, silentLogger);
  const publish = () => {
    publisher.notice(scopeHead, { service: 'messaging', scope: { kind: 'server', id: '' }, head: 1 }, 'everyone');
  };
  publish();
  const drained = nats.drain();
  expect(publish).not.toThrow();
  await drained;
  expect(publish).not.toThrow();
});

describe('a message too large for NATS', () => {
  const head = (id: string) => ({ service: 'messaging' as const, scope: { kind: 'room' as const, id }, head: 1 });

  it('that names too many recipients reaches every one of them once, in several messages', async () => {
    await using server = await startNatsServer();
    const nats = await connectNats({ process: 'messaging', url: server.url, logger: silentLogger });
    const told: UserId[] = [];
    nats.subscribe(subjects.notice('messaging', scopeHead.name), {
      callback: (_error, message) =>
        void told.push(...(message.json<PublishedNotice<typeof scopeHead>>().audience as UserId[])),
    });
    const audience = Array.from({ length: 120_000 }, (_, at) => `u_${String(at).padStart(16, '0')}` as UserId);
    new Publisher('messaging', nats, silentLogger).notice(scopeHead, head('r_1'), audience);
    await nats.flush();
    expect(told).toEqual(audience);
    await nats.close();
  });

  it('on its own is logged, and neither published nor thrown', async () => {
    await using server = await startNatsServer();
    const nats = await connectNats({ process: 'messaging', url: server.url, logger: silentLogger });
    const errors: string[] = [];
    const publisher = new Publisher('messaging', nats, { ...silentLogger, error: (message) => errors.push(message) });
    for (const audience of ['everyone', ['u_0123456789abcdef' as UserId]] as const) {
      publisher.notice(scopeHead, head('x'.repeat(2 ** 20)), audience);
    }
    expect(errors).toEqual(['A message was too large to publish.', 'A message was too large to publish.']);
    await nats.close();
  });
});
