import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { diagnosticsCommands, ValueOf } from '@devchitchat/contracts';
import { page } from '../../platform/testing/page';
import { HealthPoll } from './health-poll';
import { Verdict } from './verdict';

const { render, screen, settled } = page();

type Snapshot = ValueOf<typeof diagnosticsCommands.diagSnapshot>;

const service = (state: Snapshot['services'][number]['state']) =>
  ({ process: 'messaging', state, heard: null, restarts: 0 }) as const;
const well: Snapshot = {
  at: 1_000,
  alerts: [],
  services: [service('well')],
  gateway: null,
  rooms: null,
  calls: null,
  problems: [],
};
const silent = { alert: 'silent', process: 'signaling', message: 'signaling is not responding.' } as const;

describe('the verdict on the server', () => {
  const snapshot = signal<Snapshot | null>(null);
  const problem = signal('');
  const isAnswered = signal(true);
  beforeEach(() => {
    snapshot.set(well);
    problem.set('');
    isAnswered.set(true);
  });
  const shown = () =>
    render(Verdict, { providers: [{ provide: HealthPoll, useValue: { snapshot, problem, isAnswered } }] });
  const verdict = () => screen.getByRole('status').dataset['verdict'];
  const alerts = () => screen.queryAllByRole('listitem').map((alert) => alert.textContent);

  it('is “well” once every service has reported and nothing is wrong', async () => {
    await shown();
    expect(verdict()).toBe('well');
    expect(alerts()).toEqual([]);
  });

  it('is “loading” before the first answer', async () => {
    snapshot.set(null);
    await shown();
    expect(verdict()).toBe('loading');
  });

  it('is “loading” while a service has not reported yet', async () => {
    snapshot.set({ ...well, services: [service('well'), service('unknown')] });
    await shown();
    expect(verdict()).toBe('loading');
  });

  it('is “loading” while only an old snapshot says that all is well', async () => {
    isAnswered.set(false);
    await shown();
    expect(verdict()).toBe('loading');
    isAnswered.set(true);
    await settled();
    expect(verdict()).toBe('well');
  });

  it('lists what is wrong', async () => {
    snapshot.set({ ...well, alerts: [silent] });
    await shown();
    expect(verdict()).toBe('unwell');
    expect(alerts()).toEqual([expect.stringContaining('signaling')]);
    expect(document.querySelector('.note')).toBeNull();
  });

  it('says that the server does not answer instead of old alerts, and how old the rest of the page is', async () => {
    snapshot.set({ ...well, alerts: [silent] });
    problem.set('The gateway is gone.');
    await shown();
    expect(verdict()).toBe('unwell');
    expect(alerts()).toEqual(['The gateway is gone.']);
    expect(document.querySelector('.note')).not.toBeNull();
  });
});
