import { accepted, authEvents, refused, type Actor, type Reply, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { refuseHandle } from '../accounts/user';
import { refuseNonAdmin } from '../invitations/invite';

export interface BotState {
  readonly userId: UserId;
  readonly revokedAt: number | null;
}

export interface NewBot {
  readonly userId: UserId;
  readonly publicKey: string;
  readonly handle: string;
  readonly displayName: string;
}

/** Who makes a bot: an admin, or whoever sits at the server's terminal and has all its files anyway. */
export type BotMaker = Actor | 'operator';

export function createBot(maker: BotMaker, bot: NewBot, isHandleTaken: boolean) {
  const { userId, publicKey, handle, displayName } = bot;
  return (
    (maker === 'operator' ? undefined : refuseNonAdmin(maker, 'make bots')) ??
    refuseHandle(handle, { isTaken: isHandleTaken }) ??
    accepted(
      draft(authEvents.botCreated, {
        scopeId: '',
        body: { userId, publicKey },
        content: { handle, displayName },
        audience: 'everyone',
      }),
    )
  );
}

/** Revoking twice is no mistake: it is revoked. */
export function revokeBot(actor: Actor, bot: BotState | undefined): Reply<readonly Draft[]> {
  const refusal = refuseNonAdmin(actor, 'revoke bots');
  if (refusal) return refusal;
  if (!bot) return refused('not_found', 'There is no such bot.');
  if (bot.revokedAt !== null) return accepted([]);
  const revoked = draft(authEvents.botRevoked, {
    scopeId: '',
    body: { userId: bot.userId },
    content: null,
    audience: 'everyone',
  });
  return accepted([revoked]);
}
