import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import {
  conflictIn,
  portFrom,
  problemOf,
  variables,
  withDefaults,
} from '../../libs/service-kit/src/variables/variables.mjs';
import { Refusal } from '../machine/refusal.mjs';
import { workspace } from '../machine/workspace.mjs';

/** `npm start` connects to the ports, so it has to know them before they are open: 0 is refused. */
const knownPort = portFrom(1);

/**
 * Reads and checks the environment of `npm start` by the rules of the services. An empty variable counts as not set.
 *
 * @throws {Refusal} with one sentence that names the variable
 */
export function readSettings(environment) {
  const given = {
    TLS: read(environment, 'TLS'),
    PORT: read(environment, 'PORT', knownPort),
    HOST: read(environment, 'HOST'),
    HTTP_PORT: read(environment, 'HTTP_PORT', knownPort),
    DOMAIN: read(environment, 'DOMAIN'),
    PUBLIC_URL: read(environment, 'PUBLIC_URL'),
  };
  const conflict = conflictIn(given);
  if (conflict) throw new Refusal(`${conflict.name} ${conflict.problem}.`);
  const { PORT: port, HOST: host, PUBLIC_URL: publicUrl } = withDefaults(given);
  const tls = given.TLS === 'local';
  const settings = {
    tls,
    port,
    host,
    httpPort: tls ? given.HTTP_PORT : undefined,
    dataDir: dataFolderOf(environment),
    // Without one, `npm start` runs its own server.
    natsUrl: environment.NATS_URL ? read(environment, 'NATS_URL') : undefined,
    logLevel: read(environment, 'LOG_LEVEL'),
    publicUrl,
  };
  return { ...settings, address: publicUrl ?? localAddress(settings) };
}

/** The data folder of this environment. The default is in the clone, wherever the command was typed. */
export const dataFolderOf = ({ DATA_DIR }) =>
  DATA_DIR ? resolve(DATA_DIR) : join(workspace, variables.DATA_DIR.fallback);

function read(environment, name, rule = variables[name]) {
  const text = environment[name] || variables[name].fallback;
  if (text === undefined) return undefined;
  const value = rule.parse(text);
  if (value === undefined) throw new Refusal(`${name} ${problemOf(rule, text)}.`);
  return value;
}

/** With TLS, the plain address: its page explains the certificate, and goes on to HTTPS. */
function localAddress({ host, port, httpPort }) {
  const isHere = ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host);
  return `http://${isHere ? 'localhost' : inUrl(host)}:${httpPort ?? port}`;
}

/** The plain HTTP address at which this machine reaches a listener on `host`. */
export const reachableAt = ({ host, port, httpPort }) =>
  `http://${inUrl({ '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host)}:${httpPort ?? port}`;

const inUrl = (host) => (isIP(host) === 6 ? `[${host}]` : host);
