import { scopeHead } from '@devchitchat/contracts';
import { silentLogger } from '../logger';
import { startNatsServer } from '../testing/nats-server';
import { connectNats } from './connection';
import { Publisher } from './publisher';

it('says nothing on a connection that is closing or closed, and does not throw for it', async () => {
  await using server = await startNatsServer();
  const nats = await connectNats({ process: 'messaging', url: server.url, logger: silentLogger });
  const publisher = new Publisher('messaging', nats);
  const say = () => {
    publisher.notice(scopeHead, { service: 'messaging', scope: { kind: 'server', id: '' }, head: 1 }, 'everyone');
  };
  say();
  const drained = nats.drain();
  expect(say).not.toThrow();
  await drained;
  expect(say).not.toThrow();
});
