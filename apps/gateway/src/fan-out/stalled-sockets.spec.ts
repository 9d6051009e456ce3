import type { AnyEvent } from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { anEvent } from '../testing/events';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

/** Enough to fill the operating system's buffers and the send budget. */
const events = 3_000;
const text = 'x'.repeat(8_000);

it('a socket that does not read is cut, and the others do not notice', async () => {
  await using harness = await GatewayHarness.open();
  const reader = await harness.enter(person('a'));
  const staller = await harness.rawSocket(harness.cookieOf(person('b')));
  staller.send('40');
  await staller.next((frame) => frame.includes('hello'));
  const seen: number[] = [];
  reader.on('event', ({ eventId }: AnyEvent) => seen.push(eventId));

  staller.socket.pause();
  for (let eventId = 1; eventId <= events; eventId++) {
    harness.sayEvent({ ...anEvent, eventId, content: { text } }, 'everyone', 'messaging');
    // Waits for the readers: on a busy machine they would be cut too.
    if (eventId % 50 === 0) await until(() => seen.length >= eventId - 50);
  }

  await until(() => seen.length === events);
  expect(seen).toEqual(Array.from({ length: events }, (_, i) => i + 1));
  await until(() => harness.counters.cuts.of('stalled') === 1);
  expect(reader.connected).toBe(true);
  staller.socket.resume();
  await staller.closed;
});
