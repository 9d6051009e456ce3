import { beforeEach, describe, expect, it } from '@jest/globals';
import { ServerClock } from './server-clock';

const dayMs = 86_400_000;
const truth = Date.UTC(2026, 10, 27, 12);

describe("the server's time", () => {
  let wrongBy: number;
  let elapsed: number;
  let kept: string | null;
  let clock: ServerClock;
  const newPage = (): ServerClock =>
    new ServerClock({
      wall: () => truth + elapsed + wrongBy,
      monotonic: () => 1_000 + elapsed,
      kept: { get: () => kept, set: (text) => void (kept = text) },
    });

  beforeEach(() => {
    [wrongBy, elapsed, kept] = [0, 0, null];
    clock = newPage();
  });

  it.each([3 * dayMs, -3 * dayMs, 400 * dayMs])('is right in a browser that is %i ms fast', (fast) => {
    wrongBy = fast;
    clock.learn(truth);
    elapsed = 90_000;
    expect(clock.now()).toBe(truth + 90_000);
  });

  it("does not jump with the browser's clock", () => {
    clock.learn(truth);
    wrongBy = dayMs;
    expect(clock.now()).toBe(truth);
  });

  it('is known before the next connection, from the last known error of the clock', () => {
    wrongBy = 3 * dayMs;
    clock.learn(truth);
    elapsed = 60_000;
    expect(newPage().now()).toBe(truth + 60_000);
  });

  it("is the browser's own before any connection, even if an invalid value is stored", () => {
    expect(clock.now()).toBe(truth);
    kept = 'wrong';
    expect(clock.now()).toBe(truth);
  });

  it('is learned in whole seconds, unless it is known more precisely', () => {
    wrongBy = 3 * dayMs;
    clock.learn(truth, 2_000);
    expect(clock.now()).toBe(truth);
    clock.learn(truth + 700);
    clock.learn(truth, 2_000);
    expect(clock.now()).toBe(truth + 700);
  });

  it('is not learned from an invalid time', () => {
    clock.learn(truth);
    clock.learn(Number.NaN, 2_000);
    clock.learn(undefined as unknown as number);
    expect(clock.now()).toBe(truth);
  });
});
