/** Milliseconds after the last attempt until attempts are forgotten. */
const window = 15 * 60_000;

/** Wrong passwords that an address may try on an account without waiting, normally and while it is under attack. */
const freeTries = 5;
const freeTriesUnderAttack = 1;
/** Wrong passwords from all addresses that count as an attack. */
const attackFrom = 20;

/** The first wait in milliseconds, which doubles with each wrong password, and the longest one. */
const firstWait = 1_000;
const longestWait = 60_000;

/** Counts that expire. The oldest are evicted, so that invented handles and addresses cannot fill the memory. */
class FadingCounts {
  private readonly counts = new Map<string, { readonly count: number; readonly at: number }>();

  constructor(
    private readonly lifetime: number,
    private readonly capacity = 20_000,
  ) {}

  of(key: string, now: number): number {
    const kept = this.counts.get(key);
    return kept && now - kept.at < this.lifetime ? kept.count : 0;
  }

  lastAt(key: string): number {
    return this.counts.get(key)?.at ?? -Infinity;
  }

  add(key: string, now: number): void {
    const count = this.of(key, now) + 1;
    this.counts.delete(key);
    this.counts.set(key, { count, at: now });
    const [oldest] = this.counts.keys();
    if (this.counts.size > this.capacity && oldest !== undefined) this.counts.delete(oldest);
  }

  forget(key: string): void {
    this.counts.delete(key);
  }
}

const pair = (one: string, other: string): string => `${one} ${other}`;

/**
 * Counts failed sign-ins by account and address. The counts decide who is served first and who waits, and lock no
 * account: an attacker delays their own address, not the owner's. Kept in memory only, so that no address reaches the
 * disk.
 *
 * An account is its handle in lower case, whether it exists or not, so that waits do not reveal which accounts exist.
 * An address is a block of addresses (`addressBlock`). Times are milliseconds of a monotonic clock.
 */
export class SignInWatch {
  private readonly known = new FadingCounts(Infinity);
  private readonly wrongFrom = new FadingCounts(window);
  private readonly wrongOn = new FadingCounts(window);
  private readonly wrong = new FadingCounts(window);

  /** Records a successful sign-in from this address block. */
  saw(account: string, block: string, now: number): void {
    if (this.known.of(pair(account, block), now) === 0) this.known.add(pair(account, block), now);
  }

  failed(account: string, block: string, now: number): void {
    this.wrongFrom.add(block, now);
    this.wrongOn.add(account, now);
    this.wrong.add(pair(account, block), now);
  }

  succeeded(account: string, block: string, now: number): void {
    this.wrong.forget(pair(account, block));
    this.saw(account, block, now);
  }

  /** Milliseconds until this address block may try this account again; 0 if it may now. */
  waitFor(account: string, block: string, now: number): number {
    const key = pair(account, block);
    const isAttacked = this.wrongOn.of(account, now) >= attackFrom;
    const beyond = this.wrong.of(key, now) - (isAttacked ? freeTriesUnderAttack : freeTries);
    if (beyond < 0) return 0;
    const wait = Math.min(longestWait, firstWait * 2 ** beyond);
    return Math.max(0, Math.ceil(this.wrong.lastAt(key) + wait - now));
  }

  /** Ranks known address blocks first, then those with the fewest mistakes. Lower is sooner. */
  rankOf(account: string, block: string, now: number): number {
    return this.known.of(pair(account, block), now) > 0 ? 0 : 1 + this.wrongFrom.of(block, now);
  }
}
