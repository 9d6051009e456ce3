import { describe, expect, it } from '@jest/globals';
import { coalesced } from './coalesced';

function work() {
  const finish: (() => void)[] = [];
  const run = () => new Promise<void>((resolve) => finish.push(resolve));
  return { finish, run };
}

describe('coalesced work', () => {
  it('runs once for a single call', async () => {
    const { finish, run } = work();
    const done = coalesced(run)();
    finish[0]?.();
    await done;
    expect(finish).toHaveLength(1);
  });

  it('runs once more for all calls that came meanwhile', async () => {
    const { finish, run } = work();
    const ask = coalesced(run);
    const first = ask();
    const later = [ask(), ask(), ask()];
    finish[0]?.();
    await first;
    await Promise.resolve();
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await Promise.all(later);
    expect(finish).toHaveLength(2);
  });

  it('continues after a failed run', async () => {
    let runs = 0;
    const ask = coalesced(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
    });
    await expect(ask()).rejects.toThrow('no');
    await ask();
    expect(runs).toBe(2);
  });
});
