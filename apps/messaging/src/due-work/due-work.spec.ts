import { until } from '@devchitchat/service-kit/testing';
import { DueWork } from './due-work.loop';

describe('due work', () => {
  it('goes on step by step until nothing is left, and again when woken', async () => {
    let left = 3;
    let looks = 0;
    const work = new DueWork(() => {
      looks += 1;
      return Promise.resolve(left > 0 ? ((left -= 1), 0) : null);
    });
    work.wake();
    work.wake();
    await until(() => looks === 4);
    left = 1;
    work.wake();
    await until(() => looks === 6);
    expect(left).toBe(0);
    await work.stop();
  });

  it('misses nothing that comes while a step looks for more', async () => {
    const looks: number[] = [];
    const work = new DueWork(() => {
      looks.push(looks.length);
      if (looks.length === 1) work.wake();
      return Promise.resolve(null);
    });
    work.wake();
    await until(() => looks.length === 2);
    await work.stop();
    expect(looks).toHaveLength(2);
  });

  it('takes one step at a time, and none after it was stopped, not even in a pause', async () => {
    const running: boolean[] = [];
    let steps = 0;
    const work = new DueWork(async () => {
      steps += 1;
      running.push(true);
      expect(running).toHaveLength(1);
      await Promise.resolve();
      running.pop();
      return 60_000;
    });
    work.wake();
    await until(() => steps === 1 && running.length === 0);
    await work.stop();
    work.wake();
    await work.stop();
    expect(steps).toBe(1);
  });
});
