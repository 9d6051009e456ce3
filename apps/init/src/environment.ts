import { z } from 'zod';

const address = z.ipv4('is not an IPv4 address');

/** Environment variables of the container that creates keys and configurations. */
export const initEnvironment = z
  .object({
    VOLUMES_DIR: z
      .string()
      .min(1)
      .default('/volumes')
      .describe('the folder in which every container volume is mounted under its container name'),
    TURN_HOST: address
      .optional()
      .describe(
        'the IPv4 address at which browsers reach the relay for calls: the public one if people connect from the internet, ' +
          'otherwise the local one of this machine; needs `COMPOSE_PROFILES=turn`',
      ),
    TURN_ADDRESS: address
      .optional()
      .describe('the local IPv4 address of this machine, if a router translates `TURN_HOST` to it'),
    TURN_PORT: z.coerce
      .number('is not a number')
      .int('is not a whole number')
      .min(1, 'is below 1')
      .max(65_535, 'is above 65535')
      .default(3479)
      .describe('the port of the relay, UDP and TCP'),
  })
  .refine(({ TURN_ADDRESS, TURN_HOST }) => TURN_ADDRESS === undefined || TURN_HOST !== undefined, {
    path: ['TURN_ADDRESS'],
    message: 'needs TURN_HOST',
  });
export type InitEnvironment = z.infer<typeof initEnvironment>;
