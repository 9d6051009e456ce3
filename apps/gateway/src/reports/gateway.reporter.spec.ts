import {
  gatewayReport,
  gatewayCommands,
  subjects,
  type GatewayReport,
  type PublishedNotice,
} from '@devchitchat/contracts';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

it("the report lists connected users and counts refusals by the product's own names", async () => {
  await using harness = await GatewayHarness.open();
  const ada = person('a');
  const socket = await harness.enter(ada);
  await socket.emitWithAck(gatewayCommands.presenceSet.name, { state: 'idle' });
  await socket.emitWithAck('no.such_command', { password: 'hunter2' });
  const report = await new Promise<GatewayReport>((resolve) => {
    harness.nats.subscribe(subjects.notice('gateway', gatewayReport.name), {
      callback: (_error, message) => resolve(message.json<PublishedNotice<typeof gatewayReport>>().data),
    });
  });
  expect(gatewayReport.data.parse(report)).toEqual({
    socketCount: 1,
    sockets: [{ userId: ada.actor.userId, since: expect.any(Number) as number, queuedFrames: 0, queuedBytes: 0 }],
    people: { active: 0, idle: 1, hidden: 0 },
    turnedAway: { refusals: { invalid: 1 }, refusedCommands: { unknown: 1 }, cuts: {} },
  });
});
