import { commonEnvironment, portFrom, schemaOf, schemaOfRule, variables } from '@devchitchat/service-kit';
import { z } from 'zod';

/** `off` and 0 mean the same. */
const stunPort = {
  must: `${portFrom(0).must}, or off`,
  parse: (text: string) => (text === 'off' ? 0 : portFrom(0).parse(text)),
};

/** Signaling's environment variables, in addition to those of every process. */
export const signalingEnvironment = commonEnvironment
  .extend({
    HOST: schemaOf({ ...variables.HOST, fallback: '127.0.0.1' }),
    STUN_PORT: schemaOfRule(stunPort)
      .prefault('3478')
      .transform((given) => (given === 0 ? null : given))
      .describe('the UDP port of the STUN responder; `off` disables it'),
    TURN_URLS: z
      .string()
      .transform((urls) => urls.split(',').map((url) => url.trim()))
      .pipe(z.array(z.string().regex(/^turns?:[^\s,]+$/, 'is not a turn: or turns: address')))
      .optional()
      .describe('the URLs of a TURN server, comma-separated: `turn:host:3478?transport=udp`'),
    TURN_HOST: z
      .string()
      .regex(/^[^\s,:/]+$/, 'is neither a name nor an IPv4 address')
      .optional()
      .describe('the host of a TURN server that listens on `TURN_PORT`, UDP and TCP; replaces `TURN_URLS`'),
    TURN_PORT: schemaOf(variables.TURN_PORT),
    TURN_SECRET: z
      .string()
      .min(16, 'is shorter than 16 characters')
      .optional()
      .describe("the secret shared with the TURN server; coturn's `static-auth-secret`"),
    TURN_SECRET_FILE: z.string().min(1).optional().describe('a file that contains the secret; replaces `TURN_SECRET`'),
    TURN_TTL_SECONDS: z.coerce
      .number('is not a number')
      .int('is not a whole number')
      .min(600, 'is below 600')
      .max(3_600, 'is above 3600')
      .default(3_600)
      .describe('the lifetime of TURN credentials, from 600 to 3600; browsers renew them every five minutes'),
  })
  .refine(({ TURN_URLS, TURN_HOST }) => TURN_URLS === undefined || TURN_HOST === undefined, {
    path: ['TURN_HOST'],
    message: 'and TURN_URLS exclude each other',
  })
  // An unused secret file is allowed: in a container it always exists.
  .refine(
    ({ TURN_URLS, TURN_HOST, TURN_SECRET, TURN_SECRET_FILE }) => {
      const relays = TURN_URLS !== undefined || TURN_HOST !== undefined;
      return relays ? (TURN_SECRET ?? TURN_SECRET_FILE) !== undefined : TURN_SECRET === undefined;
    },
    {
      path: ['TURN_URLS'],
      message: 'and TURN_SECRET need each other',
    },
  );
export type SignalingEnvironment = z.infer<typeof signalingEnvironment>;
