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
    'How people are here: everybody who is, to a new socket, and afterwards whatever changes. More than 1,000 people come in several notices one after another, of which only the first is `whole`. For all who are signed in.',
  data: z.object({
    /** It begins anew: who is named neither here nor in what follows is offline. */
    whole: z.boolean(),
    people: z.array(z.object({ userId, state: presenceState })).max(peoplePerNotice),
  }),
});

export const presenceHere = defineNotice('presence.here', {
  from: 'gateway',
  summary:
    'Everybody who is at one gateway, when it changes and every 2 s, in as many notices as it takes. For the other gateways only, which add it up.',
  data: z.object({
    /** Made anew at each start, to tell one gateway from another. */
    life: z.string(),
    /** The first is 0. */
    part: z.number().int().nonnegative(),
    parts: z.number().int().positive(),
    people: z.array(z.object({ userId, state: saidState })).max(peoplePerNotice),
  }),
});
