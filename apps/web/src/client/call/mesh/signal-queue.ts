import { limits, type PeerId, type Reply } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import type { Signal } from './signal';

/** Milliseconds before a signal that found no way is tried again, where the refusal names no time. */
const retryMs = 500;

interface PeerQueue {
  waiting: readonly Signal[];
  busy: boolean;
  /** Candidates since the last description. */
  candidates: number;
}

/**
 * Brings signals to each peer in order, one at a time, and through a gateway that is away for a moment. While one is on its
 * way, candidates that follow wait together and go as one.
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

  /** Nobody is there any more. */
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
 * A newer offer makes one that still waits worthless, and a newer link everything about the one before; candidates and
 * questions join those that wait.
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
