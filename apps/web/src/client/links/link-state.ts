import { isInviteOpen, type InviteLife } from '@devchitchat/contracts';
import { locale } from '../../platform/language/t';

export type Link = Readonly<InviteLife>;

export type LinkState = 'open' | 'revoked' | 'used up' | 'expired';

/** Whether a link still opens, and if not, why. For people to read: the server decides.
 *
 * @param now by the server's clock */
export function linkState(link: Link, now: number): LinkState {
  if (isInviteOpen(link, now)) return 'open';
  if (link.revokedAt !== null) return 'revoked';
  return link.uses >= link.maxUses ? 'used up' : 'expired';
}

/** "in 5 minutes", "in 3 days" */
export function timeLeft(until: number, now: number): string {
  const minutes = Math.max(1, Math.round((until - now) / 60_000));
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  if (minutes < 60) return format.format(minutes, 'minute');
  if (minutes < 48 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 60 / 24), 'day');
}
