import * as z from 'zod';
import { user } from '../auth/model';
import { serverSettings } from '../auth/settings';
import { scopeKinds } from '../grammar/event';
import { eventId, sessionId, timestamp } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { defineNotice } from '../grammar/notice';
import { serviceNames } from '../grammar/service-name';

export const hello = defineNotice('hello', {
  from: 'gateway',
  summary: "The first notice on every socket: the signed-in user, the server's time and the limits.",
  data: z.object({
    user,
    sessionId,
    settings: serverSettings,
    version: z.string(),
    /** The gateway's time. A client's clock may be wrong by days, so never compare it with a time of the server. */
    now: timestamp,
    limits: z.object(
      Object.fromEntries(Object.keys(limits).map((name) => [name, z.number()])) as Record<
        keyof typeof limits,
        z.ZodNumber
      >,
    ),
  }),
});

export const scopeHead = defineNotice('scope.head', {
  from: 'any',
  summary:
    'The last event of a scope, repeated every 2 s for a minute after it changed and when NATS comes back. A client whose last event is older sends `sync`.',
  data: z.object({
    service: z.enum(serviceNames),
    scope: z.object({ kind: z.enum(scopeKinds), id: z.string() }),
    head: eventId,
  }),
});

export const resync = defineNotice('resync', {
  from: 'gateway',
  summary: 'This gateway may have missed events while it was disconnected from NATS. Clients `sync` everything.',
  data: z.object({}),
});
