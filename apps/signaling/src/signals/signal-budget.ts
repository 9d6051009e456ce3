import { limits, type PeerId } from '@devchitchat/contracts';

/** Session descriptions from one peer to another, in bytes: a link of ours is agreed upon with some 15 kB. */
export const descriptions = { burst: 512 * 1024, perSecond: 64 * 1024 } as const;

interface Spent {
  /** Candidates since the last offer or answer. */
  candidates: number;
  /** What is left of the burst, and when that was counted. */
  bytes: number;
  at: number;
}

/** What each peer may still send to each other one. A person is one peer of a call, so this is what one may do to another. */
export class SignalBudget {
  private readonly sent = new Map<PeerId, Map<PeerId, Spent>>();

  /**
   * Counts an offer or an answer, which begins a new negotiation. Returns 0, or in how many milliseconds there is room for
   * it. `now` is in milliseconds, of a clock that never goes back.
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

  /** True, and counted, when so many more candidates are still within the limit. */
  spend(from: PeerId, to: PeerId, count: number, now: number): boolean {
    const spent = this.between(from, to, now);
    if (spent.candidates + count > limits.candidatesPerNegotiation) return false;
    spent.candidates += count;
    return true;
  }

  /** Forgets everybody else. */
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
