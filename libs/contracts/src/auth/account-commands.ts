import * as z from 'zod';
import { signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { passwordQueue } from './password-queue';
import * as reasons from './reasons';

const service = 'auth';

export const accountDelete = defineCommand('auth.account_delete', {
  service,
  summary:
    "Permanently deletes the caller's account: its names, or with `words: erase` also everything they wrote. Ends all their sessions.",
  input: z.strictObject({
    words: z.enum(['keep', 'erase']),
    /** Needed where a password is set. */
    password: z.string().max(limits.passwordLength).optional(),
    /** Who is an admin from then on. The last admin has to name somebody. */
    successor: userId.optional(),
  }),
  value: z.object({}),
  access: signedIn,
  rate: 'auth',
  refusals: [
    reasons.passwordWrong,
    reasons.successorMissing,
    reasons.successorNotYoursToName,
    reasons.successorIsYou,
    reasons.accountUnknown,
    reasons.accountUnusedAdmin,
    ...passwordQueue,
  ],
});
