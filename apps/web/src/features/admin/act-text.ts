import type { AdminAct, UserId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';

/** A line of the audit log, as a sentence. */
export function actText(act: AdminAct, nameOf: (userId: UserId) => string): string {
  const admin = act.actorUserId ? nameOf(act.actorUserId) : t('The server');
  const name = act.userId ? nameOf(act.userId) : t('Someone');
  const said = { admin, name };
  switch (act.type) {
    case 'user.disabled':
      return [t('{admin} disabled {name}.', said), ...because(act.reason)].join(' ');
    case 'user.enabled':
      return t('{admin} enabled {name}.', said);
    case 'user.role_changed':
      return act.role === 'admin'
        ? t('{admin} made {name} an admin.', said)
        : t('{admin} removed {name} as an admin.', said);
    case 'user.sessions_ended':
      return t('{admin} signed {name} out everywhere.', said);
    case 'user.deleted':
      return t('Someone deleted their account.');
    case 'recovery.created':
      return t('{admin} created a recovery link for {name}.', said);
    case 'recovery.redeemed':
      return t('{name} signed in with a recovery link.', { name });
    case 'sign_in.failed':
      return act.userId
        ? t('Failed sign-ins as {name}: {count}', { name, count: act.count ?? 1 })
        : t('Failed sign-ins with unknown handles: {count}', { count: act.count ?? 1 });
    case 'invite.created':
      return t('{admin} created an invite link.', { admin });
    case 'invite.revoked':
      return t('{admin} revoked an invite link.', { admin });
    case 'server.settings_changed':
      return act.membersMayInvite
        ? t('{admin} allowed members to invite people.', { admin })
        : t('{admin} limited inviting to admins.', { admin });
    case 'bot.created':
      return t('{admin} created the bot {name}.', said);
    case 'bot.revoked':
      return t('{admin} revoked the bot {name}.', said);
  }
}

const because = (reason: string | null) => (reason === null ? [] : [t('Reason: {reason}', { reason })]);
