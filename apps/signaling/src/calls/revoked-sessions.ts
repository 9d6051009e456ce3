import type { SessionId } from '@devchitchat/contracts';

/** Milliseconds; longer than any command is on its way from a gateway. */
const rememberedFor = 60_000;

/** The sessions that ended lately. What they asked for just before may still arrive, and must bring nobody into a call. */
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
