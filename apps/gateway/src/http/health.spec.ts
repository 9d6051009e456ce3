import { processNames, subjects, type Health } from '@devchitchat/contracts';
import { House } from '../testing/house';

const others = processNames.filter((name) => name !== 'gateway');

const well = (house: House, process: Health['process'], state: Health['state'] = 'ok') =>
  house.nats.subscribe(subjects.health(process), {
    callback: (_error, request) =>
      void request.respond(JSON.stringify({ process, state, version: '1', uptimeMs: 5 } satisfies Health)),
  });

const health = async (house: House) => {
  const response = await fetch(`${house.url}/health`);
  return [response.status, await response.json()] as const;
};

it('is ok when all five processes are', async () => {
  await using house = await House.open();
  for (const name of others) well(house, name);
  await house.nats.flush();
  const [status, report] = await health(house);
  expect(status).toBe(200);
  expect(report).toMatchObject({
    state: 'ok',
    services: Object.fromEntries(processNames.map((process) => [process, { process, state: 'ok' }])),
  });
});

it('names the process that is missing or failing', async () => {
  await using house = await House.open();
  well(house, 'auth');
  well(house, 'messaging', 'failing');
  await house.nats.flush();
  const [status, report] = await health(house);
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
