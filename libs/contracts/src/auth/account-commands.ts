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
    /** Required if the account has a password. */
    password: z.string().max(limits.passwordLength).optional(),
    /** The person to make an admin. Required of the only admin. */
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
