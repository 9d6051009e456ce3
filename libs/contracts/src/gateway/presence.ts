import * as z from 'zod';
import { userId } from '../grammar/ids';
import { defineNotice } from '../grammar/notice';

/**
 * How somebody is here, the best first. `active`: at a tab that is in view. `idle`: for five minutes nothing was typed,
 * clicked or touched in it. `hidden`: another tab or window is in view. `offline`: in no place at all.
 */
export const presenceStates = ['active', 'idle', 'hidden', 'offline'] as const;
export const presenceState = z.enum(presenceStates);
export type PresenceState = z.infer<typeof presenceState>;

/** What a place can say of itself. That it is gone, it does not say. */
export const saidState = presenceState.exclude(['offline']);
export type SaidState = z.infer<typeof saidState>;

/** People in one notice of presence: some 50 kB. More go in several. */
export const peoplePerNotice = 1_000;

export const presence = defineNotice('presence', {
  from: 'gateway',
  summary:
    'Presence: a new socket gets everyone who is online, and afterwards every change. More than 1,000 people come in several consecutive notices, of which only the first is `whole`. Sent to everyone who is signed in.',
  data: z.object({
    /** It begins anew: who is named neither here nor in what follows is offline. */
    whole: z.boolean(),
    people: z.array(z.object({ userId, state: presenceState })).max(peoplePerNotice),
  }),
});

export const presenceHere = defineNotice('presence.here', {
  from: 'gateway',
  summary:
    'Everyone who is connected to one gateway, sent on every change and every 2 s, in as many notices as needed. Only for the other gateways, which aggregate presence.',
  data: z.object({
    /** Made anew at each start, to tell one gateway from another. */
    life: z.string(),
    /** The first is 0. */
    part: z.number().int().nonnegative(),
    parts: z.number().int().positive(),
    people: z.array(z.object({ userId, state: saidState })).max(peoplePerNotice),
  }),
});
