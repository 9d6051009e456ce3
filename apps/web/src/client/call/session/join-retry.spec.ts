import { describe, expect, it } from '@jest/globals';
import { TestClock } from '../../../platform/time/testing/test-clock';
import { JoinRetry } from './join-retry';

function retrying() {
  const clock = new TestClock();
  let attempts = 0;
  const retry = new JoinRetry(() => (attempts += 1), clock);
  return { clock, retry, attempts: () => attempts };
}

describe('a refused join', () => {
  it('is retried after 500 ms, and later after each further refusal', async () => {
    const { clock, retry, attempts } = retrying();
    retry.failed({ code: 'unavailable' });
    await clock.pass(500);
    expect(attempts()).toBe(1);
    retry.failed({ code: 'unavailable' });
    await clock.pass(999);
    expect(attempts()).toBe(1);
    await clock.pass(1);
    expect(attempts()).toBe(2);
    retry.succeeded();
    retry.failed({ code: 'unavailable' });
    await clock.pass(500);
    expect(attempts()).toBe(3);
  });

  it('blocks earlier attempts only when the rate limit caused it', async () => {
    const { clock, retry } = retrying();
    retry.failed({ code: 'unavailable', retryAfterMs: 2_000 });
    expect(retry.isLimited).toBe(false);
    retry.failed({ code: 'rate_limited', retryAfterMs: 2_000 });
    await clock.pass(1_999);
    expect(retry.isLimited).toBe(true);
    await clock.pass(1);
    expect(retry.isLimited).toBe(false);
  });

  it('is not retried after the user left', async () => {
    const { clock, retry, attempts } = retrying();
    retry.failed({ code: 'unavailable' });
    retry.cancel();
    await clock.pass(60_000);
    expect(attempts()).toBe(0);
  });
});
