import type { Rate } from '@devchitchat/contracts';

/** What is left of somebody's burst, and when that was counted, in milliseconds of a clock that never goes back. */
export interface Bucket {
  tokens: number;
  at: number;
}

export const fullBucket = (rate: Rate, now: number): Bucket => ({ tokens: rate.burst, at: now });

const tokensAt = (bucket: Bucket, rate: Rate, now: number): number =>
  Math.min(rate.burst, bucket.tokens + ((now - bucket.at) / 1000) * rate.perSecond);

/** One, less what adding up fractions loses: whoever waits as long as was said must get it. */
const wholeToken = 1 - 1e-6;

/**
 * Takes one token out of the bucket, in place, because this runs for every frame.
 * Returns 0, or in how many milliseconds there will be one.
 */
export function takeToken(bucket: Bucket, rate: Rate, now: number): number {
  const tokens = tokensAt(bucket, rate, now);
  const allowed = tokens >= wholeToken;
  bucket.at = now;
  bucket.tokens = allowed ? tokens - 1 : tokens;
  return allowed ? 0 : Math.ceil(((wholeToken - tokens) / rate.perSecond) * 1000);
}

/** A full bucket remembers nothing and may be forgotten. */
export const isFull = (bucket: Bucket, rate: Rate, now: number): boolean => tokensAt(bucket, rate, now) >= rate.burst;

/** The same rate, `factor` times as generous. */
export const scaledRate = (rate: Rate, factor: number): Rate => ({
  burst: Math.max(1, rate.burst * factor),
  perSecond: rate.perSecond * factor,
});
