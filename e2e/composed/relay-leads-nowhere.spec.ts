import { signalingCommands } from '@devchitchat/contracts';
import { newPeerId } from '../support/call-ids';
import { expect, test } from '../support/fixtures';
import type { ApiClient } from '../support/api-client';
import { TurnClient } from '../support/turn-client';

/** The relay's credentials that a person gets on joining a call. */
async function relayFor(admin: ApiClient) {
  const input = { roomId: await admin.lobby(), peerId: newPeerId(), takeOver: true };
  return (await admin.must(signalingCommands.rtcJoin, input)).iceServers;
}

const forbidden = 403;
const otherFamily = 443;

test('the relay reaches its own and public addresses, and none of the internal ones', async ({ composed }) => {
  const { relay } = await relayFor(composed.admin);
  const { address, ports } = composed.product;
  if (!relay) throw new Error('There is no relay.');
  await using client = await TurnClient.allocate(address, ports.TURN_PORT, relay.username, relay.credential);
  expect(await client.permissionFor(address)).toBe(0);
  expect(await client.permissionFor('9.9.9.9')).toBe(0);

  for (const inside of [
    '127.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '172.17.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
  ])
    expect([inside, await client.permissionFor(inside)]).toEqual([inside, forbidden]);
  for (const mapped of ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:172.17.0.1'])
    expect([forbidden, otherFamily]).toContain(await client.permissionFor(mapped));
});

test('the relay refuses clients without current credentials', async ({ composed }) => {
  const { address, ports } = composed.product;
  const username = `${Math.floor(Date.now() / 1_000) + 3_600}:u_0000000000000000`;
  await expect(TurnClient.allocate(address, ports.TURN_PORT, username, 'made up')).rejects.toThrow('401');
});
