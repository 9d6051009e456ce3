import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { docker } from '../support/docker';
import { expect, test } from '../support/fixtures';

test('a bot made at the terminal reaches nats-server by the port of the profile, and hears its answer', async ({
  composed: { product },
}) => {
  const gateway = await product.container('gateway');
  const made = await docker('exec', gateway, 'node', 'dist/apps/gateway/make-bot.js', 'dice', 'Dice');
  // A credentials file ends with a line of its own.
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

test('an admin who lost everything is brought back by one command', async ({ composed: { product } }) => {
  const gateway = await product.container('gateway');
  const said = await docker('exec', gateway, 'node', 'dist/apps/gateway/admin.js', 'recover', 'admin');
  const [told = '', link = ''] = said.split('\n');
  expect(told).toContain('@admin (Admin) is an admin.');
  expect(link.startsWith(`${product.url}/#/recovery/`)).toBe(true);
});
