import { locale } from '../../platform/language/t';
export interface Link {
  readonly expiresAt: number;
  readonly maxUses: number;
  readonly uses: number;
  readonly revokedAt: number | null;
}

export type LinkState = 'open' | 'revoked' | 'used up' | 'expired';

/** Whether a link still opens, and if not, why. For people to read: the server decides.
 *
 * @param now by the server's clock */
export function linkState({ expiresAt, maxUses, uses, revokedAt }: Link, now: number): LinkState {
  if (revokedAt !== null) return 'revoked';
  if (uses >= maxUses) return 'used up';
  return expiresAt <= now ? 'expired' : 'open';
}

/** "in 5 minutes", "in 3 days" */
export function timeLeft(until: number, now: number): string {
  const minutes = Math.max(1, Math.round((until - now) / 60_000));
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  if (minutes < 60) return format.format(minutes, 'minute');
  if (minutes < 48 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 60 / 24), 'day');
}
