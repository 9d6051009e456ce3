import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonEnvironment } from '@devchitchat/service-kit';
import { z } from 'zod';
import { trustIn } from '../proxies/trusted-proxies';
import { plainName } from '../host-names/names';

/** The folder of the built web app, relative to dist/apps/gateway/main.js. */
const builtWebApp = fileURLToPath(new URL('../web/browser', import.meta.url));

const port = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(0, 'is below 0')
  .max(65_535, 'is above 65535');

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((entry) => entry.trim() || []));

const variables = commonEnvironment.extend({
  PORT: port.optional().describe('the port of the gateway; by default 8080, with TLS 8443. 0 picks a free port'),
  HOST: z
    .string()
    .min(1)
    .optional()
    .describe('the address to listen on; by default the loopback address, with TLS all addresses'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http:// or https:// address' })
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional()
    .describe(
      'the public address, used in links and the `Origin` check; `https://` makes cookies Secure. By default localhost ' +
        'and the port',
    ),
  TLS: z
    .enum(['off', 'local'], 'is neither off nor local')
    .default('off')
    .describe('`local`: HTTPS with a local certificate authority'),
  TLS_NAMES: list
    .refine((names) => names.every((name) => plainName(name)), 'is not a list of host names and addresses')
    .describe('additional host names and addresses for the certificate, comma-separated'),
  HTTP_PORT: port
    .default(8080)
    .describe('with `TLS=local`: the plain HTTP port for `/ca`, `/health` and the redirect to HTTPS'),
  PROXY_PORT: port
    .optional()
    .describe('with `TLS=off`: replaces `PORT`; in containers, the port for a proxy on the same machine'),
  DOMAIN: z
    .string()
    .refine((name) => plainName(name) === name.toLowerCase(), 'is not a domain name')
    .optional()
    .describe('the domain name of an HTTPS proxy in front; sets `PUBLIC_URL`'),
  TRUST_PROXY: list
    .refine(areAddresses, 'is not a list of addresses, networks, loopback, linklocal and uniquelocal')
    .describe(
      'proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are trusted: addresses, networks, `loopback`, `linklocal`, ' +
        '`uniquelocal`',
    ),
  RATE_LIMIT_FACTOR: z.coerce
    .number('is not a number')
    .positive('is not above 0')
    .default(1)
    .describe('multiplies every rate limit, for load tests'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'is shorter than 16 characters')
    .optional()
    .describe('a bearer token that may read `/metrics`, at least 16 characters'),
  WEB_DIR: z
    .string()
    .default(builtWebApp)
    .transform((folder) => resolve(folder)),
});

/** The gateway's environment variables, in addition to those of every process. */
export const gatewayEnvironment = variables
  .refine(({ TLS, DOMAIN }) => TLS === 'off' || DOMAIN === undefined, {
    path: ['TLS'],
    error: 'has to be off where DOMAIN is set: what serves that name has a certificate of its own',
  })
  .refine(({ TLS, PUBLIC_URL }) => TLS === 'off' || !PUBLIC_URL?.startsWith('http:'), {
    path: ['PUBLIC_URL'],
    error: 'has to begin with https:// where TLS is local',
  })
  .refine(({ TLS, PORT = 8443, HTTP_PORT }) => TLS === 'off' || PORT !== HTTP_PORT || PORT === 0, {
    path: ['HTTP_PORT'],
    error: 'is the same as PORT',
  })
  .transform(({ PORT, PROXY_PORT, HOST, PUBLIC_URL, ...rest }) => ({
    ...rest,
    PORT: (rest.TLS === 'off' ? PROXY_PORT : undefined) ?? PORT ?? (rest.TLS === 'local' ? 8443 : 8080),
    HOST: HOST ?? (rest.TLS === 'local' ? '0.0.0.0' : '127.0.0.1'),
    PUBLIC_URL: PUBLIC_URL ?? (rest.DOMAIN === undefined ? undefined : `https://${rest.DOMAIN.toLowerCase()}`),
  }));
export type GatewayEnvironment = z.infer<typeof gatewayEnvironment>;

function areAddresses(addresses: readonly string[]): boolean {
  try {
    trustIn(addresses);
    return true;
  } catch {
    return false;
  }
}
