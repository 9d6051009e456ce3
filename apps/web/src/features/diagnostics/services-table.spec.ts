import { describe, expect, it } from '@jest/globals';
import type { ServiceReport } from '@devchitchat/contracts';
import { page } from '../../platform/testing/page';
import { tableRows } from '../../platform/testing/table-rows';
import { ServicesTable } from './services-table';

const { render, screen, settled } = page();

const heard: NonNullable<ServiceReport['heard']> = {
  at: 1_000,
  version: '1.2.3',
  runsIn: 'home:1',
  uptimeMs: 65_000,
  memoryBytes: 80_000_000,
  eventLoopDelayP99Ms: 12.4,
  databaseBytes: 1_400,
  writer: { waiting: 1, commits: 20, largestBatch: 7 },
  disk: null,
};
const messaging: ServiceReport = { process: 'messaging', state: 'well', heard, restarts: 2 };
const gateway: ServiceReport = {
  process: 'gateway',
  state: 'slow',
  heard: { ...heard, runsIn: 'home:2', databaseBytes: null, writer: null },
  restarts: 0,
};

describe('the table of services', () => {
  const shown = (...services: readonly ServiceReport[]) => render(ServicesTable, { inputs: { services } });
  const writer = '1 waiting, 20 commits, largest batch 7';

  it('shows what each service reports', async () => {
    await shown(messaging, gateway);
    expect(tableRows()).toEqual([
      ['messaging', 'healthy', '1 min 5 s', '2', '80 MB', '12 ms', '1.4 KB', writer, '1.2.3'],
      ['gateway', 'slow', '1 min 5 s', '0', '80 MB', '12 ms', '–', '–', '1.2.3'],
    ]);
  });

  it('shows a service that has not reported yet', async () => {
    await shown({ process: 'auth', state: 'unknown', heard: null, restarts: 1 });
    expect(tableRows()).toEqual([['auth', 'unknown', 'no report yet', '1', '']]);
  });

  it('does not call a service healthy while its disk is full', async () => {
    const disk = { state: 'full', freeBytes: 0, totalBytes: 1e9 } as const;
    await shown({ ...messaging, heard: { ...heard, disk } });
    expect(tableRows()[0]?.[1]).toBe('not storing');
  });

  it('says which services share one process and so its memory', async () => {
    const { fixture } = await shown(messaging, gateway);
    expect(screen.queryByText(/run in one process/)).toBeNull();
    fixture.componentRef.setInput('services', [messaging, { ...gateway, heard }]);
    await settled();
    expect(screen.getByText(/messaging and gateway run in one process/)).toBeTruthy();
  });
});
