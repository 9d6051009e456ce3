import { describe, expect, it } from '@jest/globals';
import { reconnectDelay } from './reconnect-policy';

describe('the reconnect policy', () => {
  it('retries often while a killed gateway restarts', () => {
    const slowest = [0, 1, 2, 3, 4].map((attempt) => reconnectDelay(attempt, 1));
    expect(slowest.reduce((sum, delay) => sum + delay, 0)).toBeLessThan(1_000);
  });

  it('never waits long compared to the time already waited', () => {
    let waited = 1_000;
    for (let attempt = 6; attempt < 20; attempt++) {
      expect(reconnectDelay(attempt, 1)).toBeLessThan(waited / 3);
      waited += reconnectDelay(attempt, 1);
    }
  });

  it('never waits longer than five seconds', () => {
    expect(reconnectDelay(1_000, 1)).toBe(5_000);
  });

  it('spreads browsers over half of the delay', () => {
    expect(reconnectDelay(1_000, 0)).toBe(2_500);
  });

  it('never retries without a pause', () => {
    expect(reconnectDelay(0, 0)).toBeGreaterThan(0);
  });
});
