import { accepted, authEvents, authReasons as reasons, refused, type Reply, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { refuseHandle } from '../accounts/user';

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

export function createBot({ userId, publicKey, handle, displayName }: NewBot, isHandleTaken: boolean) {
  return (
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

/** Revoking a revoked bot succeeds without events. */
export function revokeBot(bot: BotState | undefined): Reply<readonly Draft[]> {
  if (!bot) return refused(reasons.botUnknown);
  if (bot.revokedAt !== null) return accepted([]);
  const revoked = draft(authEvents.botRevoked, {
    scopeId: '',
    body: { userId: bot.userId },
    content: null,
    audience: 'everyone',
  });
  return accepted([revoked]);
}
