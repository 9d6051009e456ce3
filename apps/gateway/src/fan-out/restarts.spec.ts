import { Restarts } from './restarts';

describe('restarts', () => {
  it('are detected by a decreased uptime', () => {
    const restarts = new Restarts();
    const heard = [0, 5_000, 10_000, 12, 5_012].map((uptime) => restarts.isRestart('auth', uptime));
    expect(heard).toEqual([false, false, false, true, false]);
  });

  it('are tracked per process', () => {
    const restarts = new Restarts();
    restarts.isRestart('auth', 5_000);
    expect(restarts.isRestart('messaging', 10)).toBe(false);
  });
});
