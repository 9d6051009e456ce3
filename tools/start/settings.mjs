import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { Refusal } from '../machine/refusal.mjs';
import { workspace } from '../machine/workspace.mjs';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * The environment of `npm start`, checked before anything is done. An empty variable counts as not set.
 *
 * @throws {Refusal} one sentence that names the variable
 */
export function readSettings(environment) {
  const settings = {
    port: readPort(environment.PORT || '8080'),
    host: readHost(environment.HOST || '127.0.0.1'),
    dataDir: resolve(environment.DATA_DIR || join(workspace, '.data')),
    natsUrl: readNatsUrl(environment.NATS_URL || undefined),
    logLevel: readLogLevel(environment.LOG_LEVEL || 'info'),
  };
  const publicUrl = readPublicUrl(environment.PUBLIC_URL || undefined);
  return { ...settings, publicUrl, address: publicUrl ?? localAddress(settings) };
}

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`PORT has to be a number from 1 to 65535, and is "${text}".`);
}

function readHost(text) {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text);
  if (isIP(text) || (isName && !/^[\d.]+$/.test(text))) return text;
  throw new Refusal(`HOST has to be an address or a name of this machine, and is "${text}".`);
}

function readNatsUrl(text) {
  if (text === undefined || (/^(nats|tls):\/\/\S+$/.test(text) && URL.canParse(text))) return text;
  throw new Refusal(`NATS_URL has to look like nats://127.0.0.1:4222, and is "${text}".`);
}

function readLogLevel(text) {
  if (logLevels.includes(text)) return text;
  throw new Refusal(`LOG_LEVEL has to be one of ${logLevels.join(', ')}, and is "${text}".`);
}

function readPublicUrl(text) {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (isBare && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Refusal(
    `PUBLIC_URL has to look like https://chat.example.org, with nothing behind the name, and is "${text}".`,
  );
}

function localAddress({ host, port }) {
  const isHere = ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host);
  return `http://${isHere ? 'localhost' : inUrl(host)}:${port}`;
}

/** Where this machine itself reaches what listens on `host`. */
export const reachableAt = ({ host, port }) =>
  `http://${inUrl({ '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host)}:${port}`;

const inUrl = (host) => (isIP(host) === 6 ? `[${host}]` : host);
