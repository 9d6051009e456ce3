import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { diagnosticsCommands, ValueOf } from '@devchitchat/contracts';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { PageVisible } from '../../platform/design/page-visible';
import { page } from '../../platform/testing/page';
import { DiskWarning } from './disk-warning';

const { render, screen, settled, user } = page();

type Snapshot = ValueOf<typeof diagnosticsCommands.diagSnapshot>;
type Disk = NonNullable<NonNullable<Snapshot['services'][number]['heard']>['disk']>;

function snapshotWith(state: Disk['state'], freeBytes = 0): Snapshot {
  const disk = { state, freeBytes, totalBytes: 64_000_000_000 };
  const service = { process: 'messaging', state: 'well', heard: { disk }, restarts: 0 };
  return { services: [service] } as unknown as Snapshot;
}

describe('the warning of a full disk', () => {
  const visible = signal(true);
  let connection: ScriptedConnection;
  beforeEach(() => {
    visible.set(true);
    connection = new ScriptedConnection();
  });
  const shown = () =>
    render(DiskWarning, {
      providers: [connection.provider, provideRouter([]), { provide: PageVisible, useValue: { visible } }],
    });
  const warning = () => screen.queryByRole('alert')?.textContent;
  /** The page asks again when it becomes visible. */
  const comesBack = async () => {
    visible.set(false);
    await settled();
    visible.set(true);
    await settled();
  };

  it('is missing while there is room', async () => {
    connection.accepts('diag.snapshot', snapshotWith('ok', 9e9));
    await shown();
    expect(connection.asked).toHaveLength(1);
    expect(warning()).toBeUndefined();
  });

  it('leads to the diagnostics', async () => {
    connection.accepts('diag.snapshot', snapshotWith('nearly_full', 410_000_000));
    await shown();
    expect(warning()).toContain('410 MB');
    expect(screen.getByRole('link').getAttribute('href')).toBe('/diagnostics');
  });

  it('asks nothing while the page is hidden or offline', async () => {
    connection.accepts('diag.snapshot', snapshotWith('full'));
    visible.set(false);
    await shown();
    connection.state.set('offline');
    visible.set(true);
    await settled();
    expect(connection.asked).toEqual([]);
    connection.state.set('online');
    await settled();
    expect(warning()).toContain('full');
  });

  it('stays dismissed while only the number and its unit change, and returns when something else is wrong', async () => {
    connection.accepts('diag.snapshot', snapshotWith('nearly_full', 1_100_000_000));
    await shown();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(warning()).toBeUndefined();

    connection.accepts('diag.snapshot', snapshotWith('nearly_full', 300_000_000));
    await comesBack();
    expect(warning()).toBeUndefined();

    connection.accepts('diag.snapshot', snapshotWith('full'));
    await comesBack();
    expect(warning()).toContain('full');
  });

  it('keeps its last word while the server refuses to answer', async () => {
    connection.accepts('diag.snapshot', snapshotWith('full'));
    await shown();
    connection.refuses('diag.snapshot', 'The server is busy.');
    await comesBack();
    expect(connection.asked).toHaveLength(2);
    expect(warning()).toContain('full');
  });
});
