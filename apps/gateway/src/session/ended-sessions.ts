import type { SessionId } from '@devchitchat/contracts';

/** Milliseconds. Longer than any handshake: auth answers within 5 s or not at all. */
const rememberedFor = 10_000;

/**
 * Recently ended sessions. A handshake in progress at that moment may still receive an older answer that the session is
 * live.
 */
export class EndedSessions {
  private readonly endedAt = new Map<SessionId, number>();

  /** @param now milliseconds of a monotonic clock */
  add(session: SessionId, now: number): void {
    for (const [old, at] of this.endedAt) if (now - at > rememberedFor) this.endedAt.delete(old);
    this.endedAt.set(session, now);
  }

  /** True for at least ten seconds after the session was added. */
  has(session: SessionId): boolean {
    return this.endedAt.has(session);
  }
}
