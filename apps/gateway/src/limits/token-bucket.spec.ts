import { fullBucket, isFull, scaledRate, takeToken } from './token-bucket';

const rate = { burst: 2, perSecond: 4 };

describe('a token bucket', () => {
  it('allows its burst at once, then returns how long to wait', () => {
    const bucket = fullBucket(rate, 0);
    expect([takeToken(bucket, rate, 0), takeToken(bucket, rate, 0), takeToken(bucket, rate, 0)]).toEqual([0, 0, 250]);
  });

  it('has one more token after the returned time', () => {
    const bucket = { tokens: 0, at: 1_000 };
    expect(takeToken(bucket, rate, 1_249)).toBe(1);
    expect(takeToken(bucket, rate, 1_250)).toBe(0);
    expect(takeToken(bucket, rate, 1_250)).toBe(250);
  });

  it('keeps its partial tokens when asked too early', () => {
    const bucket = { tokens: 0, at: 0 };
    for (let now = 10; now < 250; now += 10) expect(takeToken(bucket, rate, now)).toBeGreaterThan(0);
    expect(takeToken(bucket, rate, 250)).toBe(0);
  });

  it('never holds more than its burst', () => {
    const bucket = fullBucket(rate, 0);
    const taken = [1, 2, 3].map(() => takeToken(bucket, rate, 3_600_000));
    expect(taken).toEqual([0, 0, 250]);
  });

  it('is full again after enough time without requests', () => {
    const bucket = { tokens: 0, at: 0 };
    expect([isFull(bucket, rate, 499), isFull(bucket, rate, 500)]).toEqual([false, true]);
  });

  it('scales burst and rate together, but never to zero', () => {
    expect(scaledRate(rate, 10)).toEqual({ burst: 20, perSecond: 40 });
    expect(scaledRate(rate, 0.1)).toEqual({ burst: 1, perSecond: 0.4 });
  });
});
