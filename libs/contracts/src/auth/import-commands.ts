import * as z from 'zod';
import { anyone } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { userId } from '../grammar/ids';
import { importedAtOnce, importSource, sourceId } from '../grammar/imported';
import { displayName, handle } from './model';

/** On no client's surface: `npm run import` asks, with credentials of its own. */
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
          /** As near to their name there as a handle can be. Somebody else has it? Then it gets an ending. */
          handle,
          displayName,
          isBot: z.boolean(),
        }),
      )
      .min(1)
      .max(importedAtOnce),
  }),
  value: z.object({
    /** In the order asked. */
    people: z.array(z.object({ id: sourceId, userId, handle: z.string() })).max(importedAtOnce),
    /** How many of them are new. */
    added: z.number().int(),
  }),
  access: anyone,
  rate: 'change',
  refusals: [],
});
