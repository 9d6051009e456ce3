import type { Rate } from '@devchitchat/contracts';
import { gatewayRates, type GatewayRateName } from './gateway-rates';
import { fullBucket, isFull, scaledRate, takeToken, type Bucket } from './token-bucket';

/** The number of buckets from which full ones are swept. */
const sweepFrom = 1_000;

/** Rate limits per client. `who` is a user, an address or a socket. */
export class RateLimits {
  private readonly rates: Readonly<Record<GatewayRateName, Rate>>;
  private readonly buckets = new Map<string, { readonly bucket: Bucket; readonly rate: Rate }>();
  private sweepAt = sweepFrom;

  constructor(
    factor: number,
    private readonly now: () => number,
  ) {
    this.rates = Object.fromEntries(
      Object.entries(gatewayRates).map(([name, rate]) => [name, scaledRate(rate, factor)]),
    ) as Record<GatewayRateName, Rate>;
  }

  rate(name: GatewayRateName): Rate {
    return this.rates[name];
  }

  /** The number of buckets in memory. */
  get remembered(): number {
    return this.buckets.size;
  }

  /** Takes one token. Returns 0 if allowed, otherwise the milliseconds until it will be. */
  waitFor(who: string, name: GatewayRateName): number {
    const now = this.now();
    const key = `${name} ${who}`;
    let kept = this.buckets.get(key);
    if (!kept) {
      kept = { bucket: fullBucket(this.rates[name], now), rate: this.rates[name] };
      this.forgetFull(now);
      this.buckets.set(key, kept);
    }
    return takeToken(kept.bucket, kept.rate, now);
  }

  /** Sweeps whenever the number of buckets has doubled, so the amortized cost per new client is small. */
  private forgetFull(now: number): void {
    if (this.buckets.size < this.sweepAt) return;
    for (const [key, { bucket, rate }] of this.buckets) if (isFull(bucket, rate, now)) this.buckets.delete(key);
    this.sweepAt = Math.max(sweepFrom, this.buckets.size * 2);
  }
}
