import type { Heartbeat } from '@devchitchat/contracts';
import { sampleOf, worstOf } from './worst-of';

const heartbeat = (over: Partial<Heartbeat>): Heartbeat => ({
  process: 'messaging',
  runId: 'l',
  version: '1',
  runsIn: 'box:1',
  uptimeMs: 1,
  memoryBytes: 100,
  eventLoopDelayP99Ms: 20,
  databaseBytes: 0,
  disk: null,
  writer: { waiting: 0, commits: 1, largestBatch: 4 },
  ...over,
});

describe('a sample', () => {
  it('has the worst values of its heartbeats', () => {
    const calm = sampleOf(heartbeat({ memoryBytes: 300 }), 7);
    const busy = sampleOf(
      heartbeat({ eventLoopDelayP99Ms: 90, writer: { waiting: 9, commits: 2, largestBatch: 60 } }),
      7,
    );
    expect([calm, busy].reduce<typeof calm | undefined>(worstOf, undefined)).toEqual({
      process: 'messaging',
      memoryBytes: 300,
      eventLoopDelayP99Ms: 90,
      largestBatch: 60,
      sockets: null,
    });
  });

  it('has sockets only for the gateway, and batches only for processes that write', () => {
    const gateway = sampleOf(heartbeat({ process: 'gateway', writer: null }), 7);
    expect(gateway).toMatchObject({ sockets: 7, largestBatch: null });
    expect(worstOf(gateway, { ...gateway, sockets: 3 })).toMatchObject({ sockets: 7, largestBatch: null });
  });
});
