import { Restarts } from './restarts';

describe('restarts', () => {
  it('are told by a process that is younger than it was', () => {
    const restarts = new Restarts();
    const heard = [0, 5_000, 10_000, 12, 5_012].map((uptime) => restarts.isRestart('auth', uptime));
    expect(heard).toEqual([false, false, false, true, false]);
  });

  it('are each process its own', () => {
    const restarts = new Restarts();
    restarts.isRestart('auth', 5_000);
    expect(restarts.isRestart('messaging', 10)).toBe(false);
  });
});
