import * as z from 'zod';
import { adminsOnly, anyone } from '../access';
import { defineCommand } from '../command';
import { timestamp, userId } from '../ids';
import { password, sessionStarted, token, user } from './model';

const service = 'auth';

const deadLink = 'The link is older than 24 hours, used, void or was never made here. Ask an admin for a new one.';

export const recoveryCreate = defineCommand('recovery.create', {
  service,
  summary:
    'Makes a link by which somebody who lost their password and devices signs in, once, within 24 hours. Replaces an earlier one for them. The token is in this answer and nowhere else.',
  input: z.strictObject({ userId }),
  value: z.object({ token, expiresAt: timestamp }),
  access: adminsOnly,
  rate: 'change',
  refusals: {
    forbidden: 'Only an admin makes recovery links.',
    not_found: 'No person has this id, or the account is deleted.',
    conflict: 'It is your own account, or nobody can sign in to it: it is disabled or was brought by an import.',
  },
});

export const recoveryPreview = defineCommand('recovery.preview', {
  service,
  summary: 'Tells whose account a recovery link opens.',
  input: z.strictObject({ token }),
  value: z.object({ user, expiresAt: timestamp }),
  access: anyone,
  rate: 'auth',
  refusals: { not_found: deadLink },
});

export const recoveryRedeem = defineCommand('recovery.redeem', {
  service,
  summary:
    'Signs the person a recovery link is for in, and sets a new password if one is given, which ends their other sessions. Claims the link, atomically.',
  input: z.strictObject({ token, newPassword: password.optional(), device: z.string().max(200).default('') }),
  value: sessionStarted,
  access: anyone,
  rate: 'auth',
  refusals: { not_found: deadLink, invalid: 'The new password is easy to guess. The link is still good.' },
});
