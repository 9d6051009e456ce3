import { WorkLimit } from './work-limit';

it('runs a few at once, lets a few wait in order, and refuses the rest', async () => {
  const limit = new WorkLimit(2, 2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () => {
    started.push(n);
    return new Promise<number>((resolve) => ends.push(() => resolve(n)));
  };
  const replies = [1, 2, 3, 4, 5].map((n) => limit.run(work(n)));

  expect(started).toEqual([1, 2]);
  expect(await replies[4]).toMatchObject({ ok: false, error: { code: 'unavailable', retryable: true } });
  for (let n = 0; n < 4; n++) {
    ends[n]?.();
    expect(await replies[n]).toEqual({ ok: true, value: n + 1 });
  }
  expect(started).toEqual([1, 2, 3, 4]);
});

it('hands the place on when a piece of work fails', async () => {
  const limit = new WorkLimit(1, 1);
  const failing = limit.run(() => Promise.reject(new Error('of the work itself')));
  const next = limit.run(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('of the work itself');
  expect(await next).toEqual({ ok: true, value: 'done' });
});
