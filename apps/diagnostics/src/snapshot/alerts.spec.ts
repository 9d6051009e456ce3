import type { DiskReport, ServiceReport } from '@devchitchat/contracts';
import { alertsAbout } from './alerts';

const report = (state: ServiceReport['state'], waiting = 0, disk: DiskReport | null = null): ServiceReport => ({
  process: 'messaging',
  state,
  restarts: 0,
  heard: {
    at: 1,
    version: '1',
    runsIn: 'box:1',
    uptimeMs: 1,
    memoryBytes: 1,
    eventLoopDelayP99Ms: 301.4,
    databaseBytes: 1,
    writer: { waiting, commits: 1, largestBatch: 1 },
    disk,
  },
});

const disk = (state: DiskReport['state']): DiskReport => ({ state, freeBytes: 410_900_000, totalBytes: 64e9 });

describe('an alert', () => {
  it.each([
    ['nothing when all is well', report('well'), []],
    ['nothing of what is not known yet', { ...report('unknown'), heard: null }, []],
    ['who is silent, however it was before', report('silent', 600), ['messaging is not responding.']],
    ['who is slow, and how much', report('slow'), ['messaging is slow: it was 301 ms late.']],
    ['whose disk is full', report('well', 0, disk('full')), ["messaging can't store anything: its disk is full."]],
    ['whose disk soon is', report('well', 0, disk('nearly_full')), ['messaging has 410 MB of disk left.']],
    ['nothing of a disk with room', report('well', 0, disk('ok')), []],
    ['whose writes pile up', report('well', 512), ['messaging has 512 writes waiting.']],
  ])('is %s', (_, service, alerts) => {
    expect(alertsAbout([service]).map(({ message }) => message)).toEqual(alerts);
  });

  it('contains data beside its sentence', () => {
    expect(alertsAbout([report('slow')])).toEqual([
      { alert: 'slow', process: 'messaging', count: 301, message: 'messaging is slow: it was 301 ms late.' },
    ]);
  });
});
