import type { Socket as TcpSocket } from 'node:net';
import { until } from '@devchitchat/service-kit/testing';
import { anEvent } from '../testing/events';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const burst = 200;

it('a burst is delivered in order, in far fewer writes than frames', async () => {
  await using harness = await GatewayHarness.open();
  const raw = await harness.rawSocket(harness.cookieOf(person('a')));
  raw.send('40');
  await raw.next((frame) => frame.includes('hello'));
  const events: number[] = [];
  let reads = 0;
  (raw.socket as unknown as { _socket: TcpSocket })._socket.on('data', () => reads++);
  raw.socket.on('message', (data: Buffer) => {
    const frame = data.toString();
    if (frame.startsWith('42["event"'))
      events.push((JSON.parse(frame.slice(2)) as [string, typeof anEvent])[1].eventId);
  });

  for (let eventId = 1; eventId <= burst; eventId++) harness.sayEvent({ ...anEvent, eventId }, 'everyone');

  await until(() => events.length === burst);
  expect(events).toEqual(Array.from({ length: burst }, (_, i) => i + 1));
  expect(reads).toBeLessThan(burst / 5);
});
