import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  commonEnvironment,
  conflictIn,
  portFrom,
  schemaOf,
  schemaOfRule,
  variables,
  withDefaults,
} from '@devchitchat/service-kit';
import { z } from 'zod';
import { trustIn } from '../proxies/trusted-proxies';
import { plainName } from '../host-names/names';

/** The folder of the built web app, relative to dist/apps/gateway/main.js. */
const builtWebApp = fileURLToPath(new URL('../web/browser', import.meta.url));

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((entry) => entry.trim() || []));

const given = commonEnvironment.extend({
  PORT: schemaOf(variables.PORT),
  HOST: schemaOf(variables.HOST),
  PUBLIC_URL: schemaOf(variables.PUBLIC_URL),
  TLS: schemaOf(variables.TLS),
  TLS_NAMES: list
    .refine((names) => names.every((name) => plainName(name)), 'is not a list of host names and addresses')
    .describe('additional host names and addresses for the certificate, comma-separated'),
  HTTP_PORT: schemaOf(variables.HTTP_PORT),
  PROXY_PORT: schemaOfRule(portFrom(0))
    .optional()
    .describe('with `TLS=off`: replaces `PORT`; in containers, the port for a proxy on the same machine'),
  DOMAIN: schemaOf(variables.DOMAIN),
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
export const gatewayEnvironment = given.transform(({ PROXY_PORT, ...rest }, context) => {
  const conflict = conflictIn(rest);
  if (conflict) context.addIssue({ code: 'custom', path: [conflict.name], message: conflict.problem });
  const PORT = (rest.TLS === 'off' ? PROXY_PORT : undefined) ?? rest.PORT;
  return { ...rest, ...withDefaults({ ...rest, PORT }) };
});
export type GatewayEnvironment = z.infer<typeof gatewayEnvironment>;

function areAddresses(addresses: readonly string[]): boolean {
  try {
    trustIn(addresses);
    return true;
  } catch {
    return false;
  }
}
