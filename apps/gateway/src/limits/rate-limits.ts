import type { Rate } from '@devchitchat/contracts';
import { gatewayRates, type GatewayRateName } from './gateway-rates';
import { fullBucket, isFull, scaledRate, takeToken, type Bucket } from './token-bucket';

/** How many buckets are kept before the full ones are looked for. */
const sweepFrom = 1_000;

/** Who has taken how much of which rate. `who` is a person, an address or a socket. */
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

  /** How many buckets are in memory. */
  get remembered(): number {
    return this.buckets.size;
  }

  /** Counts one more. Returns 0 when it is allowed, else in how many milliseconds it will be. */
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

  /** Sweeps when the number has doubled since the last time, so that it costs each newcomer next to nothing. */
  private forgetFull(now: number): void {
    if (this.buckets.size < this.sweepAt) return;
    for (const [key, { bucket, rate }] of this.buckets) if (isFull(bucket, rate, now)) this.buckets.delete(key);
    this.sweepAt = Math.max(sweepFrom, this.buckets.size * 2);
  }
}
