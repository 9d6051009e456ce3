import { limits, type PeerId } from '@devchitchat/contracts';

/** How many candidates each peer has sent to each other one since its last offer or answer to it. */
export class CandidateBudget {
  private readonly sent = new Map<PeerId, Map<PeerId, number>>();

  /** An offer or an answer begins a new negotiation. */
  renew(from: PeerId, to: PeerId): void {
    this.sent.get(from)?.delete(to);
  }

  /** True, and counted, when so many more are still within the limit. */
  spend(from: PeerId, to: PeerId, count: number): boolean {
    const receivers = this.sent.get(from) ?? new Map<PeerId, number>();
    const total = (receivers.get(to) ?? 0) + count;
    if (total > limits.candidatesPerNegotiation) return false;
    this.sent.set(from, receivers.set(to, total));
    return true;
  }

  /** Forgets everybody else. */
  keepOnly(peerIds: ReadonlySet<PeerId>): void {
    for (const [from, receivers] of this.sent) {
      if (!peerIds.has(from)) this.sent.delete(from);
      else for (const to of receivers.keys()) if (!peerIds.has(to)) receivers.delete(to);
    }
  }
}
