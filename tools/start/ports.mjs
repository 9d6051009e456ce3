import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Refusal } from '../machine/refusal.mjs';

/** @throws {Refusal} if a web port is taken or may not be opened */
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
 * The port of this data folder's nats-server: the previous one if it is free. It lies below the system's range for
 * outgoing connections, because a client that reconnects to a port of that range may be given the same local port and
 * connect to itself.
 */
export const chooseNatsPort = (configuration) => choosePort('nats-server', portIn(configuration));

/**
 * Returns a free port of this machine: `kept` if it is free, else any from 20000 to 30000.
 *
 * @param {string} name of the listening program, for the refusal
 * @throws {Refusal} if all tried ports are taken
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

/** Returns the port in our nats-server.conf, or undefined without one. */
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
