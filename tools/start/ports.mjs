import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Refusal } from '../machine/refusal.mjs';

/** @throws {Refusal} where a web address cannot be listened on */
export async function refuseUnlessFree({ host, port, httpPort }) {
  await refuseUnlessFreeAt('PORT', host, port);
  if (httpPort !== undefined) await refuseUnlessFreeAt('HTTP_PORT', host, httpPort);
}

async function refuseUnlessFreeAt(name, host, port) {
  const obstacle = await obstacleAt(host, port);
  if (!obstacle) return;
  const sentences = {
    EADDRINUSE: `${name} ${port} is taken by another program; stop it, or set ${name} to another number.`,
    EACCES: `${name} ${port} may not be opened by this user; set ${name} to a number above 1023.`,
  };
  throw new Refusal(sentences[obstacle] ?? `HOST ${host} is not an address of this machine (${obstacle}).`);
}

/**
 * The port that this data folder's nats-server listens on: the one it had, as long as nobody else took it.
 * Taken from below the range in which systems hand out ports for outgoing connections, because a client that tries to
 * reconnect to a port of that range can be handed that very port, and then talks to itself.
 */
export const chooseNatsPort = (configuration) => choosePort('nats-server', portIn(configuration));

/**
 * A port of this machine that nobody listens on: `kept`, if that is one, else any from that range.
 *
 * @param {string} name of what will listen there, for the refusal
 */
export async function choosePort(name, kept) {
  for (const port of candidates(kept)) {
    if (!(await obstacleAt('127.0.0.1', port))) return port;
  }
  throw new Refusal(`No free port for ${name} between 20000 and 30000.`);
}

function* candidates(kept) {
  if (kept) yield kept;
  for (let tries = 0; tries < 100; tries++) yield 20_000 + Math.floor(Math.random() * 10_000);
}

/** The port in a nats-server.conf of ours; `undefined` where there is none. */
export function portIn(configuration) {
  try {
    return Number(/^listen: "[^"]*:(\d+)"$/m.exec(readFileSync(configuration, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

async function obstacleAt(host, port) {
  const probe = createServer();
  try {
    probe.listen({ host, port, exclusive: true });
    await once(probe, 'listening');
    return undefined;
  } catch (error) {
    return error.code;
  } finally {
    probe.close();
  }
}
