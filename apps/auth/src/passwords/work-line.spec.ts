import { WorkLine, type Turn } from './work-line';

/** Work that ends on demand and records when it began. */
class Pieces {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, () => void>();

  work = (name: string) => () => {
    this.begun.push(name);
    return new Promise<string>((resolve) => this.ends.set(name, () => resolve(name)));
  };

  async end(name: string): Promise<void> {
    this.ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const turn = (who: string, rank = 0, isAwaited = true): Turn => ({ who, rank, isAwaited: () => isAwaited });

describe('a work line', () => {
  it('runs a few pieces of work at once, and starts the next one even after a failure', async () => {
    const line = new WorkLine(1, 2, 2);
    const failing = line.run(() => Promise.reject(new Error('of the work itself')), turn('a'));
    const next = line.run(() => Promise.resolve('done'), turn('b'));
    await expect(failing).rejects.toThrow('of the work itself');
    expect(await next).toEqual({ ok: true, value: 'done' });
  });

  it('serves the lowest rank first, and the first request of each client before any second one', async () => {
    const line = new WorkLine(1, 10, 3);
    const pieces = new Pieces();
    const asked: [string, number][] = [
      ['x', 9],
      ['a1', 1],
      ['a2', 1],
      ['b1', 1],
      ['known', 0],
      ['wrong', 3],
      ['c1', 1],
    ];
    for (const [name, rank] of asked) void line.run(pieces.work(name), turn(name.charAt(0), rank));
    for (let at = 0; at < asked.length; at++) await pieces.end(pieces.begun[at]!);
    expect(pieces.begun).toEqual(['x', 'known', 'a1', 'b1', 'c1', 'a2', 'wrong']);
  });

  it('serves a newcomer before a crowd that is already waiting', async () => {
    const line = new WorkLine(1, 100, 4);
    const pieces = new Pieces();
    const crowd = Array.from({ length: 60 }, (_, at) => `stranger ${at}`);
    for (const name of crowd) void line.run(pieces.work(name), turn(name, 1));
    void line.run(pieces.work('right'), turn('right', 1));
    await pieces.end('stranger 0');
    expect(pieces.begun).toEqual(['stranger 0', 'right']);
  });

  it('skips work whose client has left', async () => {
    const line = new WorkLine(1, 10, 3);
    const pieces = new Pieces();
    void line.run(pieces.work('first'), turn('a'));
    const gone = line.run(pieces.work('gone'), turn('b', 0, false));
    void line.run(pieces.work('last'), turn('c'));
    await pieces.end('first');
    expect(await gone).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(pieces.begun).toEqual(['first', 'last']);
  });

  it('refuses the request with the lowest priority, not the latest one', async () => {
    const line = new WorkLine(1, 2, 1);
    const pieces = new Pieces();
    void line.run(pieces.work('first'), turn('a'));
    void line.run(pieces.work('second'), turn('b', 1));
    const crowd = line.run(pieces.work('crowd'), turn('c', 5));
    const theirs = line.run(pieces.work('theirs'), turn('b', 1));
    void line.run(pieces.work('known'), turn('d', 0));
    expect(await theirs).toMatchObject({ ok: false, error: { code: 'rate_limited', retryAfterMs: 3_000 } });
    expect(await crowd).toMatchObject({ ok: false, error: { code: 'unavailable', retryAfterMs: 3_000 } });
    for (const name of ['first', 'known', 'second']) await pieces.end(name);
    expect(pieces.begun).toEqual(['first', 'known', 'second']);
  });
});
