import * as z from 'zod';
import { adminsOnly, anyone } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { timestamp, userId } from '../grammar/ids';
import { password, sessionStarted, token, user } from './model';
import { passwordQueue } from './password-queue';
import * as reasons from './reasons';

const service = 'auth';

export const recoveryCreate = defineCommand('recovery.create', {
  service,
  summary:
    'Creates a link that signs in a person who lost their password and devices, once, within 24 hours. Replaces an earlier link for them. Only this answer contains the token.',
  input: z.strictObject({ userId }),
  value: z.object({ token, expiresAt: timestamp }),
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown, reasons.recoveryForYou, reasons.recoveryDisabled, reasons.accountUnused],
});

/**
 * On no client's surface: `npm run admin` asks, with the gateway's credentials, on behalf of an operator with access to
 * the server's files.
 */
export const recoveryCreateByOperator = defineCommand('recovery.create_by_operator', {
  service,
  summary:
    "Creates a recovery link from the server's terminal, without a session, for an only admin who is locked out. On request it also makes the person an admin and enables a disabled account.",
  input: z.strictObject({ handle: z.string().min(1).max(64), makeAdmin: z.boolean().default(false) }),
  value: z.object({ user, token, expiresAt: timestamp }),
  access: anyone,
  rate: 'change',
  refusals: [reasons.recoveryHandleUnknown, reasons.recoveryDisabledAtTerminal, reasons.accountUnused],
});

export const recoveryPreview = defineCommand('recovery.preview', {
  service,
  summary: 'Tells which account a recovery link signs in to.',
  input: z.strictObject({ token }),
  value: z.object({ user, expiresAt: timestamp }),
  access: anyone,
  rate: 'linkPreview',
  refusals: [reasons.recoveryDead],
});

export const recoveryRedeem = defineCommand('recovery.redeem', {
  service,
  summary:
    'Signs in the person a recovery link is for. A new password, if given, is set and ends their other sessions. Claims the link atomically.',
  input: z.strictObject({ token, newPassword: password.optional(), device: z.string().max(200).default('') }),
  value: sessionStarted,
  access: anyone,
  rate: 'linkRedeem',
  refusals: [reasons.recoveryDead, reasons.passwordGuessable, ...passwordQueue],
});
