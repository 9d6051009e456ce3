import * as z from 'zod';
import { bots, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { linkAddress, webOrigin } from './link-address';
import { saidState } from './presence';

export const presenceSet = defineCommand('presence.set', {
  service: 'gateway',
  summary:
    "Sets this tab's presence. A tab sends it at once when the state changes, and every 30 s; after 90 s of silence it no longer counts. A person's presence is the best of all their tabs. Every command of a bot counts as activity, so a bot only sends this when it sends nothing else.",
  input: z.strictObject({ state: saidState }),
  value: z.object({}),
  access: { ...signedIn, ...bots },
  rate: 'presence',
  refusals: [],
});

export const linkAddressGet = defineCommand('link.address', {
  service: 'gateway',
  summary:
    'The address with which links to this server begin, so that others can open them. A page asks whenever it shows a link, because a laptop moves between networks.',
  input: z.strictObject({ page: webOrigin.describe('the origin of the page that asks') }),
  value: linkAddress,
  access: signedIn,
  rate: 'read',
  refusals: [],
});
