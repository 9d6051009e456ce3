import * as z from 'zod';
import { bots, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { saidState } from './presence';

export const presenceSet = defineCommand('presence.set', {
  service: 'gateway',
  summary:
    'Says how this tab is: at once when it changes, and every 30 s. After 90 s without a word it counts no more. Of all places of a person the best one is shown. A bot is active with whatever it says, and says this when it has nothing else to say.',
  input: z.strictObject({ state: saidState }),
  value: z.object({}),
  access: { ...signedIn, ...bots },
  rate: 'presence',
  refusals: [],
});
