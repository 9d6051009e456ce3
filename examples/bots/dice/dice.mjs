// Rolls dice: answers "!2d6" with the result. Start it with its credentials: node dice.mjs dice.creds
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, credsAuthenticator } from '@nats-io/transport-node';

const credentials = readFileSync(process.argv[2] ?? 'dice.creds');
const [payload] = String(credentials).match(/(?<=\.)[\w-]+(?=\.)/);
const { name: id } = JSON.parse(Buffer.from(payload, 'base64url'));

const nats = await connect({
  servers: process.env.NATS_URL ?? 'nats://127.0.0.1:4222',
  authenticator: credsAuthenticator(credentials),
  inboxPrefix: `_INBOX_bot.${id}`,
  maxReconnectAttempts: -1,
});
console.log('Listening.');

const ask = async (command, input) => {
  const reply = await nats.request(`bot.${id}.cmd.${command}`, JSON.stringify(input), { timeout: 6_000 });
  if (!reply.json().ok) console.error(reply.json().error.message);
};
// Presence lasts 90 s. A failed request needs no handling, because the next one follows.
const isHere = () => ask('presence.set', { state: 'active' }).catch(() => {});
isHere();
setInterval(isHere, 30_000).unref();

for await (const heard of nats.subscribe(`bot.${id}.evt.message.sent`)) {
  const { eventId, body, content } = heard.json();
  const [, count, sides] = /^!(\d?)d([1-9]\d{0,3})$/.exec(content?.text) ?? [];
  if (!sides) continue;
  const fallen = Array.from({ length: Number(count || 1) }, () => randomInt(1, Number(sides) + 1));
  const answer = { roomId: body.roomId, clientMsgId: `dice-for-${eventId}`, text: `🎲 ${fallen.join(' + ')}` };
  await ask('msg.send', answer);
}
