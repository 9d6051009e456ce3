import type { Link, LinkState, PeerId, Reply } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';

/** The server checks liveness every 2 s. Without a check for this long, it may have dropped this peer. */
const checkWithinMs = 10_000;

export interface LivenessOptions {
  readonly links: () => ReadonlyMap<PeerId, { readonly state: LinkState }>;
  readonly keepAlive: (links: Link[]) => Promise<Reply<unknown>>;
  /** The server may not list this peer any longer. */
  readonly doubted: () => unknown;
  readonly clock: Clock;
}

/**
 * Answers the server's liveness checks with the state of this peer's links, and notices when the checks stop. A peer that
 * does not answer stays in the call as long as another peer reports a connected link to it.
 */
export class LivenessResponder {
  /** The peers reported as connected in the last answer. */
  private reported: readonly PeerId[] = [];
  private confirmedAt = 0;
  private cancelTimer = () => {};

  constructor(private readonly options: LivenessOptions) {}

  /** Milliseconds since the server last listed this peer. */
  get unconfirmedForMs(): number {
    return this.options.clock.now - this.confirmedAt;
  }

  /** The server lists this peer. */
  confirm(): void {
    const { clock, doubted } = this.options;
    this.confirmedAt = clock.now;
    this.stop();
    this.cancelTimer = clock.after(checkWithinMs, () => void doubted());
  }

  async answer(): Promise<void> {
    const links = [...this.options.links()].map(([toPeerId, { state }]) => ({ toPeerId, state }));
    this.reported = links.filter(({ state }) => state === 'connected').map(({ toPeerId }) => toPeerId);
    const reply = await this.options.keepAlive(links);
    if (reply.ok) this.confirm();
    else if (!reply.error.retryable) await this.options.doubted();
  }

  /** Reports a broken link at once instead of with the next check. */
  linksChanged(): void {
    const links = this.options.links();
    // A missing link belonged to a peer that left.
    const isBroken = (peerId: PeerId) => (links.get(peerId)?.state ?? 'connected') !== 'connected';
    if (this.reported.some(isBroken)) void this.answer();
  }

  stop(): void {
    this.cancelTimer();
  }
}
