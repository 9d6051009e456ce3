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

describe('the alerts about a service', () => {
  it.each([
    ['none while the service is well', report('well'), []],
    ['none before the first heartbeat', { ...report('unknown'), heard: null }, []],
    [
      'that it does not respond, and nothing of its last heartbeat',
      report('silent', 600),
      ['messaging is not responding.'],
    ],
    ['that it is slow, and by how much', report('slow'), ['messaging is slow: it was 301 ms late.']],
    ['that its disk is full', report('well', 0, disk('full')), ['messaging can’t store anything: its disk is full.']],
    ['that its disk is nearly full', report('well', 0, disk('nearly_full')), ['messaging has 410 MB of disk left.']],
    ['none about a disk with space', report('well', 0, disk('ok')), []],
    ['that its writes pile up', report('well', 512), ['messaging has 512 writes waiting.']],
  ])('are %s', (_, service, alerts) => {
    expect(alertsAbout([service]).map(({ message }) => message)).toEqual(alerts);
  });

  it('contain data beside their sentence', () => {
    expect(alertsAbout([report('slow')])).toEqual([
      { alert: 'slow', process: 'messaging', count: 301, message: 'messaging is slow: it was 301 ms late.' },
    ]);
  });
});
