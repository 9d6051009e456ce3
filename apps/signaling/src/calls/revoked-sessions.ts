import type { SessionId } from '@devchitchat/contracts';

/** Milliseconds. Longer than any command takes to arrive from a gateway. */
const rememberedFor = 60_000;

/** Recently ended sessions. Their last commands may still arrive and must not join a call. */
export class RevokedSessions {
  private readonly revokedAt = new Map<SessionId, number>();

  add(session: SessionId, now: number): void {
    for (const [old, at] of this.revokedAt) if (now - at > rememberedFor) this.revokedAt.delete(old);
    this.revokedAt.set(session, now);
  }

  has(session: SessionId): boolean {
    return this.revokedAt.has(session);
  }
}
