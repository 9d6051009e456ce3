import type { Refusal } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import { retryDelay } from './retry-delay';

/** Schedules the next attempt to join after a retryable refusal. */
export class JoinRetry {
  private failures = 0;
  private notBefore = 0;
  private cancelTimer = () => {};

  constructor(
    private readonly retry: () => unknown,
    private readonly clock: Clock,
  ) {}

  /** The server's rate limit allows no attempt yet. The timer retries when it does. */
  get isLimited(): boolean {
    return this.clock.now < this.notBefore;
  }

  failed({ code, retryAfterMs }: Pick<Refusal, 'code' | 'retryAfterMs'>): void {
    const wait = retryDelay(this.failures, retryAfterMs);
    this.failures += 1;
    if (code === 'rate_limited') this.notBefore = this.clock.now + wait;
    this.cancel();
    this.cancelTimer = this.clock.after(wait, () => void this.retry());
  }

  succeeded(): void {
    this.failures = 0;
  }

  cancel(): void {
    this.cancelTimer();
  }
}
