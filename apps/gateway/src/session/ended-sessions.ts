import type { SessionId } from '@devchitchat/contracts';

/** Milliseconds; longer than any handshake takes, for auth answers within 5 s or not at all. */
const rememberedFor = 10_000;

/**
 * The sessions that ended lately. A handshake that was asking about one at that moment may still bring the answer that
 * it lives, from just before.
 */
export class EndedSessions {
  private readonly endedAt = new Map<SessionId, number>();

  add(session: SessionId, now: number): void {
    for (const [old, at] of this.endedAt) if (now - at > rememberedFor) this.endedAt.delete(old);
    this.endedAt.set(session, now);
  }

  has(session: SessionId): boolean {
    return this.endedAt.has(session);
  }
}
