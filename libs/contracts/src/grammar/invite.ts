import * as z from 'zod';
import { timestamp } from './ids';

/** The terms that the creator of an invite to the server or to a room chooses. */
export const inviteTerms = {
  /** One minute to 30 days. */
  expiresInSeconds: z
    .number()
    .int()
    .min(60)
    .max(30 * 86_400)
    .default(86_400),
  maxUses: z.number().int().min(1).max(100).default(1),
};

/** How long and how often an invite works, and how often it was used. */
export const inviteLife = {
  createdAt: timestamp,
  expiresAt: timestamp,
  maxUses: z.number().int(),
  uses: z.number().int(),
  revokedAt: timestamp.nullable(),
};
export type InviteLife = Omit<z.infer<z.ZodObject<typeof inviteLife>>, 'createdAt'>;

/** Whether an invite is neither expired, used up nor revoked. Redemption also asks about its creator. */
export const isInviteOpen = ({ expiresAt, maxUses, uses, revokedAt }: InviteLife, now: number): boolean =>
  revokedAt === null && now < expiresAt && uses < maxUses;
