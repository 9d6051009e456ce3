import { commonEnvironment } from '@devchitchat/service-kit';
import { z } from 'zod';

const port = z.coerce
  .number('is neither a port nor off')
  .int('is no whole number')
  .min(0, 'is below 0')
  .max(65_535, 'is above 65535');

/** What signaling reads beyond what every process reads. */
export const signalingEnvironment = commonEnvironment
  .extend({
    /** Where the STUN responder listens; the gateway listens there, too. */
    HOST: z.string().min(1).default('127.0.0.1'),
    /** The UDP port of the STUN responder; `off` or 0 for none. */
    STUN_PORT: z
      .union([z.literal('off').transform(() => 0), port])
      .default(3478)
      .transform((given) => (given === 0 ? null : given)),
    /** Where a TURN server relays: `turn:host:3478?transport=udp`, separated by commas. */
    TURN_URLS: z
      .string()
      .transform((urls) => urls.split(',').map((url) => url.trim()))
      .pipe(z.array(z.string().regex(/^turns?:[^\s,]+$/, 'is not a turn: or turns: address')))
      .optional(),
    /** What this server and the TURN server both know; coturn calls it static-auth-secret. */
    TURN_SECRET: z.string().min(16, 'is shorter than 16 characters').optional(),
    /** How long credentials for the TURN server are good; at most an hour. */
    TURN_TTL_SECONDS: z.coerce
      .number('is no number')
      .int('is no whole number')
      .min(60, 'is below 60')
      .max(3_600, 'is above 3600')
      .default(3_600),
  })
  .refine((variables) => (variables.TURN_URLS === undefined) === (variables.TURN_SECRET === undefined), {
    path: ['TURN_URLS'],
    message: 'and TURN_SECRET need each other',
  });
export type SignalingEnvironment = z.infer<typeof signalingEnvironment>;
