import type { Rate } from '@devchitchat/contracts';

/** The remaining tokens and the time they were computed, in milliseconds of a monotonic clock. */
export interface Bucket {
  tokens: number;
  at: number;
}

export const fullBucket = (rate: Rate, now: number): Bucket => ({ tokens: rate.burst, at: now });

const tokensAt = (bucket: Bucket, rate: Rate, now: number): number =>
  Math.min(rate.burst, bucket.tokens + ((now - bucket.at) / 1000) * rate.perSecond);

/** One token minus rounding error, so that a client who waits as long as told is allowed. */
const wholeToken = 1 - 1e-6;

/**
 * Takes one token from the bucket, in place, because this runs for every frame. Returns 0, or the milliseconds until a
 * token is available.
 */
export function takeToken(bucket: Bucket, rate: Rate, now: number): number {
  const tokens = tokensAt(bucket, rate, now);
  const allowed = tokens >= wholeToken;
  bucket.at = now;
  bucket.tokens = allowed ? tokens - 1 : tokens;
  return allowed ? 0 : Math.ceil(((wholeToken - tokens) / rate.perSecond) * 1000);
}

/** A full bucket holds no information and may be removed. */
export const isFull = (bucket: Bucket, rate: Rate, now: number): boolean => tokensAt(bucket, rate, now) >= rate.burst;

/** The rate multiplied by `factor`. */
export const scaledRate = (rate: Rate, factor: number): Rate => ({
  burst: Math.max(1, rate.burst * factor),
  perSecond: rate.perSecond * factor,
});
