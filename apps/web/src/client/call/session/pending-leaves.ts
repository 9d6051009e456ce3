import type { CallId, PeerId } from '@devchitchat/contracts';
import type { Connection } from '../../connection/connection';
import type { Clock } from '../../../platform/time/clock';
import { retryDelay } from './retry-delay';

/** By then the server has removed the silent peer anyway. */
const maxTries = 20;

/** Sends `rtc.leave` until the server knows that this browser left. */
export class PendingLeaves {
  private readonly peerIds = new Set<PeerId>();

  constructor(
    private readonly ask: Connection['ask'],
    private readonly clock: Clock,
  ) {}

  /** This browser left under this peer id and the server may not know it yet. */
  has(peerId: PeerId): boolean {
    return this.peerIds.has(peerId);
  }

  add(callId: CallId, peerId: PeerId): void {
    this.peerIds.add(peerId);
    void this.send(callId, peerId, 0);
  }

  private async send(callId: CallId, peerId: PeerId, failures: number): Promise<void> {
    const reply = await this.ask('rtc.leave', { callId, peerId });
    if (reply.ok || !reply.error.retryable || failures >= maxTries) {
      this.peerIds.delete(peerId);
      return;
    }
    const wait = retryDelay(failures, reply.error.retryAfterMs);
    this.clock.after(wait, () => void this.send(callId, peerId, failures + 1));
  }
}
