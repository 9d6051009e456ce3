import { schemaOf, variables } from '@devchitchat/service-kit';
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
    // Narrower than signaling's rule, because coturn is configured with addresses.
    TURN_HOST: address
      .optional()
      .describe(
        'the IPv4 address at which browsers reach the relay for calls: the public one if people connect from the internet, ' +
          'otherwise the local one of this machine; needs `COMPOSE_PROFILES=turn`',
      ),
    TURN_ADDRESS: address
      .optional()
      .describe('the local IPv4 address of this machine, if a router translates `TURN_HOST` to it'),
    TURN_PORT: schemaOf(variables.TURN_PORT),
  })
  .refine(({ TURN_ADDRESS, TURN_HOST }) => TURN_ADDRESS === undefined || TURN_HOST !== undefined, {
    path: ['TURN_ADDRESS'],
    message: 'needs TURN_HOST',
  });
export type InitEnvironment = z.infer<typeof initEnvironment>;
