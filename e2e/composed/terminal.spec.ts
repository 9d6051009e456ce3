import { messagingCommands } from '@devchitchat/contracts';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { resolve } from 'node:path';
import { docker } from '../support/docker';
import { expect, test } from '../support/fixtures';

test('a bot created at the terminal connects through the profile’s port and receives an answer', async ({
  composed: { product },
}) => {
  const gateway = await product.container('gateway');
  const made = await docker('exec', gateway, 'node', 'dist/apps/gateway/make-bot.js', 'dice', 'Dice');
  // `docker` trims its output, but a credentials file must end with a newline.
  const credentials = `${made}\n`;
  const [, payload = ''] = /eyJ[^.]+\.([^.]+)\./.exec(credentials) ?? [];
  const { name } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { name: string };
  const nats = await connect({
    servers: `127.0.0.1:${product.ports.BOTS_PORT}`,
    authenticator: credsAuthenticator(new TextEncoder().encode(credentials)),
    inboxPrefix: `_INBOX_bot.${name}`,
  });
  const answer = await nats.request(`bot.${name}.cmd.room.list`, '{}', { timeout: 10_000 });
  expect(answer.json()).toMatchObject({ ok: true, value: { rooms: expect.any(Array) as unknown } });
  await nats.close();
});

test('one command recovers an admin who lost their devices and password', async ({ composed: { product } }) => {
  const gateway = await product.container('gateway');
  const said = await docker('exec', gateway, 'node', 'dist/apps/gateway/admin.js', 'recover', 'admin');
  const [told = '', link = ''] = said.split('\n');
  expect(told).toContain('@admin (Admin) is an admin.');
  // Plain HTTP leads through the page about the certificate.
  expect(link).toContain(`http://localhost:${product.ports.HTTP_PORT}/#/recovery/`);
});

test('exports of Discord are imported by one command', async ({ composed: { admin, product } }) => {
  const golden = resolve('apps/import/src/discord/golden');
  expect(await product.importFrom(golden, '--private=workshop')).toContain('#workshop: 3 messages, 3 of them new');
  expect(await product.importFrom(golden)).toContain('#workshop: 3 messages, 0 of them new');
  const { rooms } = await admin.must(messagingCommands.roomList, {});
  expect(rooms).toContainEqual(expect.objectContaining({ name: 'workshop', kind: 'private' }));
});
