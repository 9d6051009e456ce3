import { limits, type PeerId } from '@devchitchat/contracts';

/** Rate limit of session descriptions between two peers, in bytes. Negotiating a link takes about 15 kB. */
export const descriptions = { burst: 512 * 1024, perSecond: 64 * 1024 } as const;

interface Spent {
  /** Candidates since the last offer or answer. */
  candidates: number;
  /** The remaining bytes of the burst and the time they were computed. */
  bytes: number;
  at: number;
}

/**
 * The signal budget of each pair of peers. A person has one peer per call, so this limits what one person can send to
 * another.
 */
export class SignalBudget {
  private readonly sent = new Map<PeerId, Map<PeerId, Spent>>();

  /**
   * Counts an offer or answer, which starts a new negotiation. Returns 0, or the milliseconds until there is room for it.
   * `now` is in milliseconds of a monotonic clock.
   */
  describe(from: PeerId, to: PeerId, bytes: number, now: number): number {
    const spent = this.between(from, to, now);
    spent.bytes = Math.min(descriptions.burst, spent.bytes + ((now - spent.at) / 1_000) * descriptions.perSecond);
    spent.at = now;
    if (spent.bytes < bytes) return Math.ceil(((bytes - spent.bytes) / descriptions.perSecond) * 1_000);
    spent.bytes -= bytes;
    spent.candidates = 0;
    return 0;
  }

  /** Counts candidates. Returns false, without counting them, if they exceed the limit. */
  spend(from: PeerId, to: PeerId, count: number, now: number): boolean {
    const spent = this.between(from, to, now);
    if (spent.candidates + count > limits.candidatesPerNegotiation) return false;
    spent.candidates += count;
    return true;
  }

  /** Removes all other peers. */
  keepOnly(peerIds: ReadonlySet<PeerId>): void {
    for (const [from, receivers] of this.sent) {
      if (!peerIds.has(from)) this.sent.delete(from);
      else for (const to of receivers.keys()) if (!peerIds.has(to)) receivers.delete(to);
    }
  }

  private between(from: PeerId, to: PeerId, now: number): Spent {
    const receivers = this.sent.get(from) ?? new Map<PeerId, Spent>();
    this.sent.set(from, receivers);
    const spent = receivers.get(to) ?? { candidates: 0, bytes: descriptions.burst, at: now };
    receivers.set(to, spent);
    return spent;
  }
}
