import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonEnvironment } from '@devchitchat/service-kit';
import { z } from 'zod';

/** Where the build puts the web app, seen from dist/apps/gateway/main.js. */
const builtWebApp = fileURLToPath(new URL('../web/browser', import.meta.url));

/** What the gateway reads beyond what every process reads. */
export const gatewayEnvironment = commonEnvironment.extend({
  /** 0 lets the operating system choose, for specs. */
  PORT: z.coerce
    .number('is no number')
    .int('is no whole number')
    .min(0, 'is below 0')
    .max(65_535, 'is above 65535')
    .default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Where people find this server when something stands in front of the gateway; with https the cookie is Secure. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http:// or https:// address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Multiplies every rate; for load tests. */
  RATE_LIMIT_FACTOR: z.coerce.number('is no number').positive('is not above 0').default(1),
  WEB_DIR: z
    .string()
    .default(builtWebApp)
    .transform((folder) => resolve(folder)),
});
export type GatewayEnvironment = z.infer<typeof gatewayEnvironment>;
