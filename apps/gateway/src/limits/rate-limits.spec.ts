import { authCommands, rates } from '@devchitchat/contracts';
import { RateLimits } from './rate-limits';

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('rate limits', () => {
  it('count each client and each rate separately', () => {
    const limits = new RateLimits(1, () => 0);
    const anna = times(rates.message.burst + 1, () => limits.waitFor('anna', 'message'));
    expect(anna.filter((wait) => wait > 0)).toEqual([200]);
    expect(limits.waitFor('bert', 'message')).toBe(0);
    expect(limits.waitFor('anna', 'read')).toBe(0);
  });

  it('are multiplied by the configured factor', () => {
    const limits = new RateLimits(3, () => 0);
    const waits = times(rates.auth.burst * 3 + 1, () => limits.waitFor('10.0.0.1', 'auth'));
    expect(waits.filter((wait) => wait > 0)).toHaveLength(1);
  });

  it('let twenty friends behind one address join within two minutes without waiting', () => {
    let now = 0;
    const limits = new RateLimits(1, () => now);
    const waits: number[] = [];
    for (let friend = 0; friend < 20; friend++) {
      now = friend * 6_000;
      // Each opens the link twice, has a handle that is taken, takes another one, and signs in on a phone.
      for (const rate of ['linkPreview', 'linkPreview', 'linkRedeem', 'linkRedeem', 'handshake', 'auth'] as const) {
        waits.push(limits.waitFor('203.0.113.7', rate));
      }
    }
    expect(waits.filter((wait) => wait > 0)).toEqual([]);
  });

  it('let a party of 25 behind one address join in the same moment, each by one preview and one redemption', () => {
    const limits = new RateLimits(1, () => 0);
    const [preview, redeem] = [authCommands.invitePreview.rate, authCommands.inviteRedeem.rate];
    expect(preview).not.toBe(redeem);
    const waits = times(25, () => [
      limits.waitFor('a', preview),
      limits.waitFor('a', redeem),
      limits.waitFor('a', 'handshake'),
    ]);
    expect(waits.flat()).toEqual(Array<number>(75).fill(0));
  });

  it('still limit how fast passwords are guessed from the address of a party', () => {
    let now = 0;
    const limits = new RateLimits(1, () => now);
    const { rate } = authCommands.signIn;
    expect(authCommands.inviteRedeem.rate).not.toBe(rate);
    let guesses = 0;
    for (now = 0; now < 60_000; now += 100) if (limits.waitFor('a', rate) === 0) guesses += 1;
    expect(guesses).toBeLessThanOrEqual(30);
  });

  it('forget only clients whose bucket is full', () => {
    let now = 0;
    const limits = new RateLimits(1, () => now);
    times(rates.auth.burst, () => limits.waitFor('guesser', 'auth'));
    for (let i = 0; i < 5_000; i++) {
      now += 1;
      limits.waitFor(`passer-by ${i}`, 'read');
    }
    expect(limits.waitFor('guesser', 'auth')).toBeGreaterThan(0);
    expect(limits.remembered).toBeLessThan(2_100);
  });
});
