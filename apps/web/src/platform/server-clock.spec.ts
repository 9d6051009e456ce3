import { beforeEach, describe, expect, it, jest } from '@jest/globals';

const dayMs = 86_400_000;
const truth = Date.UTC(2026, 10, 27, 12);

describe('the server’s time', () => {
  let clock: typeof import('./server-clock');
  let wrongBy: number;
  let elapsed: number;
  const kept = new Map<string, string>();
  const reload = async (): Promise<void> => {
    jest.resetModules();
    clock = await import('./server-clock');
  };

  beforeEach(async () => {
    [wrongBy, elapsed] = [0, 0];
    kept.clear();
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      value: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, text: string) => void kept.set(key, text),
        removeItem: (key: string) => void kept.delete(key),
      },
    });
    jest.spyOn(Date, 'now').mockImplementation(() => truth + elapsed + wrongBy);
    jest.spyOn(performance, 'now').mockImplementation(() => 1_000 + elapsed);
    await reload();
  });

  it.each([3 * dayMs, -3 * dayMs, 400 * dayMs])('is right in a browser that is %i ms fast', (fast) => {
    wrongBy = fast;
    clock.learnServerTime(truth);
    elapsed = 90_000;
    expect(clock.serverNow()).toBe(truth + 90_000);
  });

  it('does not jump with the clock of the browser', () => {
    clock.learnServerTime(truth);
    wrongBy = dayMs;
    expect(clock.serverNow()).toBe(truth);
  });

  it('is known before the next connection, from how wrong the clock was at the last one', async () => {
    wrongBy = 3 * dayMs;
    clock.learnServerTime(truth);
    elapsed = 60_000;
    await reload();
    expect(clock.serverNow()).toBe(truth + 60_000);
  });

  it('is the browser’s own before any server was heard', () => {
    expect(clock.serverNow()).toBe(truth);
  });

  it('is learned from an answer’s headers, in whole seconds, and not where it is known better', () => {
    wrongBy = 3 * dayMs;
    const headers = (ts: number) => new Headers({ date: new Date(ts).toUTCString() });
    clock.learnFromHeaders(headers(truth + 300));
    expect(clock.serverNow()).toBe(truth);
    clock.learnServerTime(truth + 700);
    clock.learnFromHeaders(headers(truth + 700));
    expect(clock.serverNow()).toBe(truth + 700);
    clock.learnFromHeaders(new Headers());
    clock.learnServerTime(undefined as unknown as number);
    expect(clock.serverNow()).toBe(truth + 700);
  });
});
