import * as z from 'zod';
import { userId } from '../grammar/ids';
import { defineNotice } from '../grammar/notice';

/**
 * Presence states, best first. `active`: the tab is visible. `idle`: the tab is visible, but for five minutes nothing
 * was typed, clicked or touched in it. `hidden`: another tab or window covers it. `offline`: no connected tab.
 */
export const presenceStates = ['active', 'idle', 'hidden', 'offline'] as const;
export const presenceState = z.enum(presenceStates);
export type PresenceState = z.infer<typeof presenceState>;

/** States that a tab or bot may set. `offline` follows from having none. */
export const saidState = presenceState.exclude(['offline']);
export type SaidState = z.infer<typeof saidState>;

/** Most people in one notice of presence, about 50 kB. More are split over several. */
export const peoplePerNotice = 1_000;

export const presence = defineNotice('presence', {
  from: 'gateway',
  summary:
    'Presence: a new socket gets everyone who is online, and afterwards every change. More than 1,000 people come in several consecutive notices, of which only the first is `whole`. Sent to everyone who is signed in.',
  data: z.object({
    /** True if this notice starts a new list: people in neither it nor the following notices are offline. */
    whole: z.boolean(),
    people: z.array(z.object({ userId, state: presenceState })).max(peoplePerNotice),
  }),
});

export const presenceHere = defineNotice('presence.here', {
  from: 'gateway',
  summary:
    'Everyone who is connected to one gateway, sent on every change and every 2 s, in as many notices as needed. Only for the other gateways, which aggregate presence.',
  data: z.object({
    /** Random for each start, to tell gateways apart. */
    runId: z.string(),
    /** Counts from 0. */
    part: z.number().int().nonnegative(),
    parts: z.number().int().positive(),
    people: z.array(z.object({ userId, state: saidState })).max(peoplePerNotice),
  }),
});
