import * as z from 'zod';
import { anyone } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { userId } from '../grammar/ids';
import { importedAtOnce, importSource, sourceId } from '../grammar/imported';
import { displayName, handle } from './model';

/** On no client's surface: only `npm run import` sends it, with its own credentials. */
export const importPeople = defineCommand('import.people', {
  service: 'auth',
  summary:
    'Creates accounts for people of another service whose messages are imported. No one can sign in to them. Accounts that already exist are unchanged.',
  input: z.strictObject({
    source: importSource,
    people: z
      .array(
        z.strictObject({
          id: sourceId,
          /** Their name in the source, made a valid handle. A suffix is added if it is taken. */
          handle,
          displayName,
          isBot: z.boolean(),
        }),
      )
      .min(1)
      .max(importedAtOnce),
  }),
  value: z.object({
    /** In the order of the request. */
    people: z.array(z.object({ id: sourceId, userId, handle: z.string() })).max(importedAtOnce),
    /** How many accounts were created. */
    added: z.number().int(),
  }),
  access: anyone,
  rate: 'change',
  refusals: [],
});
