import { limits, type PeerId, type Reply } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import type { Signal } from './signal';

/** Retries a signal after this long, unless the refusal names a time. */
const retryMs = 500;

interface PeerQueue {
  waiting: readonly Signal[];
  busy: boolean;
  /** Number of candidates since the last description. */
  candidates: number;
}

/**
 * Delivers signals to each peer in order, one at a time, and retries while the gateway is unavailable. Batches candidates
 * that queue up behind a signal in flight.
 */
export class SignalQueue {
  private readonly lines = new Map<PeerId, PeerQueue>();

  constructor(
    private readonly post: (to: PeerId, signal: Signal) => Promise<Reply<unknown>>,
    private readonly clock: Clock,
  ) {}

  send(to: PeerId, signal: Signal): void {
    const line = this.lines.get(to) ?? { waiting: [], busy: false, candidates: 0 };
    this.lines.set(to, line);
    if (signal.type === 'ice') line.candidates += signal.candidates.length;
    else if (signal.type !== 'ask') line.candidates = 0;
    if (line.candidates > limits.candidatesPerNegotiation) return;
    line.waiting = enqueued(line.waiting, signal);
    void this.flush(to, line);
  }

  /** Discards the signals to a peer that left. */
  drop(to: PeerId): void {
    this.lines.delete(to);
  }

  private async flush(to: PeerId, line: PeerQueue): Promise<void> {
    if (line.busy) return;
    line.busy = true;
    for (let [next] = line.waiting; next && this.lines.get(to) === line; [next] = line.waiting) {
      line.waiting = line.waiting.slice(1);
      const reply = await this.post(to, next);
      if (reply.ok || !reply.error.retryable) continue;
      line.waiting = [next, ...line.waiting];
      await this.pause(reply.error.retryAfterMs ?? retryMs);
    }
    line.busy = false;
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(milliseconds, resolve);
    });
  }
}

/**
 * A new offer replaces a queued one, and a new incarnation everything queued for older ones. Candidates and requests merge
 * with queued ones.
 */
function enqueued(before: readonly Signal[], signal: Signal): readonly Signal[] {
  const waiting = before.filter(({ incarnation }) => incarnation >= signal.incarnation);
  if (signal.type === 'offer') return [...waiting.filter(({ type }) => type !== 'offer'), signal];
  if (signal.type === 'ask' && waiting.some(({ type }) => type === 'ask'))
    return waiting.map((each) => (each.type === 'ask' ? { ...each, restart: each.restart || signal.restart } : each));
  const last = waiting.at(-1);
  if (signal.type !== 'ice' || last?.type !== 'ice') return [...waiting, signal];
  return [...waiting.slice(0, -1), { ...signal, candidates: [...last.candidates, ...signal.candidates] }];
}
