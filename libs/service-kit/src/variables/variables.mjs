// @ts-check
// The environment variables that more than one program reads, each with its only rule. `npm start` imports this file on
// the machine's own Node, before any package is installed. So it is plain JavaScript and imports no package.
import { isIP } from 'node:net';

/**
 * @template T
 * @typedef {object} Rule
 * @property {string} must completes the refusal `PORT must …`
 * @property {(text: string) => T | undefined} parse returns undefined for an invalid text
 */

/**
 * @template T
 * @typedef {Rule<T> & { readonly description: string, readonly fallback?: string }} Variable `description` is its line in
 * the documents; `fallback` is its default as text.
 */

/** @type {readonly ['debug', 'info', 'warn', 'error', 'silent']} */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

/** Default ports of the web app by the value of `TLS`. */
const webPorts = { off: 8080, local: 8443 };

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const dnsName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`, 'i');

/** Whether the text is a host name. Digits and dots alone are an address or a mistake. @param {string} text */
export const isHostName = (text) => dnsName.test(text) && !/^[\d.]+$/.test(text);

/**
 * @param {number} min
 * @returns {Rule<number>}
 */
export const portFrom = (min) => ({
  must: `be a number from ${min} to 65535`,
  parse: (text) => (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= 65_535 ? Number(text) : undefined),
});

/**
 * @template {string} T
 * @param {readonly T[]} values
 */
const oneOf = (values) => (/** @type {string} */ text) => values.find((value) => value === text);

/** @param {string} text */
function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url?.pathname === '/' && !url.search && !url.hash && !url.username;
  return isBare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/** @satisfies {Record<string, Variable<unknown>>} */
export const variables = {
  DATA_DIR: {
    must: 'be a folder',
    parse: (/** @type {string} */ text) => text,
    fallback: '.data',
    description: 'the folder with all persistent data',
  },
  NATS_URL: {
    must: 'look like nats://127.0.0.1:4222',
    parse: (/** @type {string} */ text) => (/^(nats|tls):\/\/\S+$/.test(text) && URL.canParse(text) ? text : undefined),
    fallback: 'nats://127.0.0.1:4222',
    description: 'the NATS server; if unset, `npm start` runs its own',
  },
  LOG_LEVEL: {
    must: `be one of ${logLevels.join(', ')}`,
    parse: oneOf(logLevels),
    fallback: 'info',
    description: `the log level: ${logLevels.map((level) => `\`${level}\``).join(', ')}`,
  },
  PORT: {
    ...portFrom(0),
    description: `the port of the gateway; by default ${webPorts.off}, with TLS ${webPorts.local}. 0 picks a free port`,
  },
  HOST: {
    must: 'be an address or a name of this machine',
    parse: (/** @type {string} */ text) => (isIP(text) !== 0 || isHostName(text) ? text : undefined),
    description: 'the address to listen on; by default the loopback address, with TLS all addresses',
  },
  PUBLIC_URL: {
    must: 'look like https://chat.example.org, without a path',
    parse: originOf,
    description:
      'the public address, used in links and the `Origin` check; `https://` makes cookies Secure. By default links have ' +
      'the address of the page or the machine',
  },
  TLS: {
    must: 'be off or local',
    parse: oneOf(/** @type {const} */ (['off', 'local'])),
    fallback: 'off',
    description: '`local`: HTTPS with a local certificate authority',
  },
  HTTP_PORT: {
    ...portFrom(0),
    fallback: '8080',
    description:
      'with `TLS=local`: the plain HTTP port, whose page explains the certificate and goes on to HTTPS; also `/health`',
  },
  DOMAIN: {
    must: 'look like chat.example.org',
    parse: (/** @type {string} */ text) => (isIP(text) === 4 || isHostName(text) ? text.toLowerCase() : undefined),
    description: 'the domain name of an HTTPS proxy in front; sets `PUBLIC_URL`',
  },
  TURN_PORT: {
    ...portFrom(1),
    fallback: '3479',
    description: 'the port of the relay at `TURN_HOST`, UDP and TCP',
  },
};

/** Refusals are logged, so they repeat no user name and password of a URL. @param {string} text */
const withoutCredentials = (text) => text.replace(/\/\/.*@/, '//…@');

/**
 * Returns the refusal of a text without the name of its variable.
 *
 * @param {Rule<unknown>} rule
 * @param {string} text
 */
export const problemOf = ({ must }, text) => `must ${must}, not "${withoutCredentials(text)}"`;

/**
 * Variables of one listener that depend on each other.
 *
 * @typedef {object} Listening
 * @property {'off' | 'local'} TLS
 * @property {number | undefined} [PORT]
 * @property {number} HTTP_PORT
 * @property {string | undefined} [HOST]
 * @property {string | undefined} [DOMAIN]
 * @property {string | undefined} [PUBLIC_URL]
 */

/**
 * Fills in the defaults that depend on other variables.
 *
 * @param {Listening} given
 */
export function withDefaults({ TLS, PORT, HOST, DOMAIN, PUBLIC_URL }) {
  const isLocal = TLS === 'local';
  return {
    PORT: PORT ?? webPorts[TLS],
    // HTTPS is for access from other machines.
    HOST: HOST ?? (isLocal ? '0.0.0.0' : '127.0.0.1'),
    PUBLIC_URL: PUBLIC_URL ?? (DOMAIN === undefined ? undefined : `https://${DOMAIN}`),
  };
}

/**
 * Returns the first variable that another one contradicts.
 *
 * @param {Listening} given
 * @returns {{ name: string, problem: string } | undefined}
 */
export function conflictIn(given) {
  const { TLS, HTTP_PORT, DOMAIN, PUBLIC_URL } = given;
  if (TLS === 'off') return undefined;
  // The proxy that serves the domain has a certificate of its own.
  if (DOMAIN !== undefined) return { name: 'TLS', problem: `must be off when DOMAIN is set, not "${TLS}"` };
  if (PUBLIC_URL?.startsWith('http:')) {
    return { name: 'PUBLIC_URL', problem: `must begin with https:// when TLS is local, not "${PUBLIC_URL}"` };
  }
  // 0 picks a different port for each.
  if (HTTP_PORT === 0 || HTTP_PORT !== withDefaults(given).PORT) return undefined;
  return { name: 'HTTP_PORT', problem: `must differ from PORT, but both are "${HTTP_PORT}"` };
}
