import type { ProcessName, ServiceReport } from '@devchitchat/contracts';
import { processesOf } from './server-processes';

const report = (process: ProcessName, runsIn: string, memoryBytes: number): ServiceReport => ({
  process,
  state: 'well',
  restarts: 0,
  heard: {
    at: 1,
    version: '1',
    runsIn,
    uptimeMs: 1,
    memoryBytes,
    eventLoopDelayP99Ms: 1,
    databaseBytes: null,
    disk: null,
    writer: null,
  },
});

describe('the processes behind the services', () => {
  it('count a process once that several services share', () => {
    expect(processesOf([report('auth', 'box:7', 100), report('messaging', 'box:7', 120)])).toEqual([
      { services: ['auth', 'messaging'], memoryBytes: 120 },
    ]);
  });

  it('differ by host, since every container has a process 1', () => {
    expect(processesOf([report('auth', 'a:1', 100), report('messaging', 'b:1', 120)])).toEqual([
      { services: ['auth'], memoryBytes: 100 },
      { services: ['messaging'], memoryBytes: 120 },
    ]);
  });

  it('omit services that were never heard', () => {
    expect(processesOf([{ ...report('auth', 'a:1', 100), heard: null }])).toEqual([]);
  });
});
