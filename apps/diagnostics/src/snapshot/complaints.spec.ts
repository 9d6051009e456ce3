import type { ServiceReport } from '@devchitchat/contracts';
import { complaintsAbout } from './complaints';

const report = (state: ServiceReport['state'], waiting = 0): ServiceReport => ({
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
  },
});

describe('what an admin is told first', () => {
  it.each([
    ['nothing when all is well', report('well'), []],
    ['nothing of what is not known yet', { ...report('unknown'), heard: null }, []],
    ['who is silent, however it was before', report('silent', 600), ['messaging is silent.']],
    ['who is slow, and how much', report('slow'), ['messaging is slow: it was 301 ms late.']],
    ['whose writes pile up', report('well', 512), ['messaging has 512 writes waiting.']],
  ])('is %s', (_, service, complaints) => {
    expect(complaintsAbout([service])).toEqual(complaints);
  });
});
