import type { DiskReport, ServiceReport, ServiceState } from '@devchitchat/contracts';
import { shownState } from './shown-state';

const report = (state: ServiceState, disk: DiskReport['state'] | null): Pick<ServiceReport, 'state' | 'heard'> => ({
  state,
  heard: {
    at: 0,
    version: '1',
    runsIn: 'box:1',
    uptimeMs: 1,
    memoryBytes: 1,
    eventLoopDelayP99Ms: 1,
    databaseBytes: null,
    writer: null,
    disk: disk && { state: disk, freeBytes: 0, totalBytes: 1 },
  },
});

describe('the displayed state of a process', () => {
  it.each([
    ['well', 'ok', 'well'],
    ['well', 'nearly_full', 'well'],
    ['well', null, 'well'],
    ['well', 'full', 'not_storing'],
    ['well', 'failing', 'not_storing'],
    ['slow', 'full', 'slow'],
    ['silent', 'full', 'silent'],
  ] as const)('%s with a disk that is %s: %s', (state, disk, shown) => {
    expect(shownState(report(state, disk))).toBe(shown);
  });

  it('is unknown for one that was never heard', () => {
    expect(shownState({ state: 'unknown', heard: null })).toBe('unknown');
  });
});
