import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { diagnosticsCommands, HistoryPoint, ValueOf } from '@devchitchat/contracts';
import { page } from '../../platform/testing/page';
import { HealthPoll } from './health-poll';
import { HistoryCharts } from './history-charts';
import type { ProcessWithServices } from './server-processes';

const { render, screen, settled, user } = page();

type Series = ValueOf<typeof diagnosticsCommands.diagHistory>['series'];

const point = (more: Partial<HistoryPoint>): HistoryPoint => ({
  at: 60_000,
  memoryBytes: 80_000_000,
  eventLoopDelayP99Ms: 12.4,
  largestBatch: null,
  sockets: null,
  ...more,
});
const gateway: Series[number] = {
  process: 'gateway',
  points: [point({ sockets: 9 }), point({ at: 120_000, sockets: 4 })],
};
const messaging: Series[number] = { process: 'messaging', points: [point({ largestBatch: 7 })] };
const alone: ProcessWithServices = { services: ['gateway'], memoryBytes: 0 };
const together: ProcessWithServices = { services: ['gateway', 'messaging'], memoryBytes: 0 };

describe('the charts of the history', () => {
  const series = signal<Series>([]);
  const minutes = signal(60);
  beforeEach(() => {
    series.set([]);
    minutes.set(60);
  });
  const shown = (...processes: readonly ProcessWithServices[]) =>
    render(HistoryCharts, {
      inputs: { processes },
      providers: [{ provide: HealthPoll, useValue: { series, minutes } }],
    });
  const headings = () => screen.queryAllByRole('heading').map(({ textContent }) => textContent);
  const charts = () => screen.queryAllByRole('img').map((chart) => chart.getAttribute('aria-label'));

  it('show the latest and the highest value of each measurement that a service has', async () => {
    series.set([gateway]);
    await shown(alone);
    expect(headings()).toEqual(['gateway']);
    expect(charts()).toEqual([
      'Memory in the last 60 minutes: now 80 MB, at most 80 MB',
      'Event loop in the last 60 minutes: now 12 ms, at most 12 ms',
      'Connections in the last 60 minutes: now 4, at most 9',
    ]);
  });

  it('show the memory of a shared process once, and name the service of each other measurement', async () => {
    series.set([gateway, messaging]);
    await shown(together);
    expect(headings()).toEqual(['One process: gateway and messaging']);
    expect(charts().map((label) => label?.split(' in ')[0])).toEqual([
      'Memory',
      'Event loop',
      'Connections, gateway',
      'Largest batch, messaging',
    ]);
  });

  it('show another length of time when asked', async () => {
    series.set([gateway]);
    await shown(alone);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '1 h' }).checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: '6 h' }));
    expect(minutes()).toBe(360);
    expect(charts()[0]).toContain('in the last 360 minutes');
  });

  it('are missing until the first measurements arrive', async () => {
    await shown(alone);
    expect(charts()).toEqual([]);
    expect(screen.getByText('Loading measurements…')).toBeTruthy();
    series.set([gateway]);
    await settled();
    expect(screen.queryByText('Loading measurements…')).toBeNull();
    expect(charts()).toHaveLength(3);
  });
});
