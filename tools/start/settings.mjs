import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { Refusal } from '../machine/refusal.mjs';
import { workspace } from '../machine/workspace.mjs';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * Reads and checks the environment of `npm start`. An empty variable counts as not set.
 *
 * @throws {Refusal} with one sentence that names the variable
 */
export function readSettings(environment) {
  const tls = readTls(environment);
  const settings = {
    tls,
    port: readPort('PORT', environment.PORT || (tls ? '8443' : '8080')),
    // HTTPS is for access from other machines.
    host: readHost(environment.HOST || (tls ? '0.0.0.0' : '127.0.0.1')),
    httpPort: tls ? readPort('HTTP_PORT', environment.HTTP_PORT || '8080') : undefined,
    dataDir: resolve(environment.DATA_DIR || join(workspace, '.data')),
    natsUrl: readNatsUrl(environment.NATS_URL || undefined),
    logLevel: readLogLevel(environment.LOG_LEVEL || 'info'),
  };
  if (settings.httpPort === settings.port) {
    throw new Refusal(`HTTP_PORT must differ from PORT, but both are "${settings.httpPort}".`);
  }
  const domain = readDomain(environment.DOMAIN || undefined);
  const publicUrl = readPublicUrl(environment.PUBLIC_URL || undefined, tls) ?? (domain && `https://${domain}`);
  return { ...settings, publicUrl, address: publicUrl ?? localAddress(settings) };
}

function readPort(name, text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`${name} must be a number from 1 to 65535, not "${text}".`);
}

/** Whether the gateway speaks HTTPS itself. */
function readTls({ TLS, DOMAIN }) {
  if (TLS && !['off', 'local'].includes(TLS)) throw new Refusal(`TLS must be off or local, not "${TLS}".`);
  if (TLS !== 'local') return false;
  if (DOMAIN) throw new Refusal(`TLS must be off when DOMAIN is set, not "${TLS}".`);
  return true;
}

function readDomain(text) {
  if (text === undefined || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)) return text?.toLowerCase();
  throw new Refusal(`DOMAIN must look like chat.example.org, not "${text}".`);
}

function readHost(text) {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text);
  if (isIP(text) || (isName && !/^[\d.]+$/.test(text))) return text;
  throw new Refusal(`HOST must be an address or a name of this machine, not "${text}".`);
}

function readNatsUrl(text) {
  if (text === undefined || (/^(nats|tls):\/\/\S+$/.test(text) && URL.canParse(text))) return text;
  throw new Refusal(`NATS_URL must look like nats://127.0.0.1:4222, not "${text}".`);
}

function readLogLevel(text) {
  if (logLevels.includes(text)) return text;
  throw new Refusal(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}".`);
}

function readPublicUrl(text, tls) {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (isBare && tls && url.protocol === 'http:') {
    throw new Refusal(`PUBLIC_URL must begin with https:// when TLS is local, not "${text}".`);
  }
  if (isBare && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Refusal(`PUBLIC_URL must look like https://chat.example.org, without a path, not "${text}".`);
}

function localAddress({ tls, host, port }) {
  const isHere = ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host);
  return `${tls ? 'https' : 'http'}://${isHere ? 'localhost' : inUrl(host)}:${port}`;
}

/** The plain HTTP address at which this machine reaches a listener on `host`. */
export const reachableAt = ({ host, port, httpPort }) =>
  `http://${inUrl({ '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host)}:${httpPort ?? port}`;

const inUrl = (host) => (isIP(host) === 6 ? `[${host}]` : host);
