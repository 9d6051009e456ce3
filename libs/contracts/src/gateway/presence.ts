import * as z from 'zod';
import { userId } from '../ids';
import { defineNotice } from '../notice';

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

export const presence = defineNotice('presence', {
  from: 'gateway',
  summary:
    'How people are here: everybody who is, to a new socket, and afterwards whatever changes. For all who are signed in.',
  data: z.object({
    /** Who is not named here is offline. */
    whole: z.boolean(),
    people: z.array(z.object({ userId, state: presenceState })),
  }),
});

export const presenceHere = defineNotice('presence.here', {
  from: 'gateway',
  summary:
    'Everybody who is at one gateway, when it changes and every 2 s. For the other gateways only, which add it up.',
  data: z.object({
    /** Made anew at each start, to tell one gateway from another. */
    life: z.string(),
    people: z.array(z.object({ userId, state: saidState })),
  }),
});
