import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { diagnosticsCommands, ValueOf } from '@devchitchat/contracts';
import { RoomNames } from '../../client/rooms/room-names';
import { ada, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { PageVisible } from '../../platform/design/page-visible';
import { page } from '../../platform/testing/page';
import { DiagnosticsPage } from './diagnostics-page';

const { render, screen, user } = page();

const trace = '00f3a1b2c4d5e6f7';
const snapshot: ValueOf<typeof diagnosticsCommands.diagSnapshot> = {
  at: 1_000,
  alerts: [],
  services: [],
  gateway: null,
  rooms: null,
  calls: null,
  problems: [{ process: 'auth', at: 1_000, level: 'warn', message: 'Slow disk.', trace }],
};

describe('the page of diagnostics', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection()
      .accepts('diag.events', { events: [], unanswered: [], next: null })
      .accepts('diag.history', { series: [] });
  });
  const opened = () =>
    render(DiagnosticsPage, {
      providers: [
        ...[connection.provider, provideRouter([]), peopleHere(ada)],
        { provide: PageVisible, useValue: { visible: signal(true) } },
        { provide: RoomNames, useValue: { ofId: () => undefined } },
      ],
    });
  const asked = (command: string) => connection.asked.filter(({ name }) => name === command).map(({ draft }) => draft);

  it('shows the events of a problem that the admin follows', async () => {
    connection.accepts('diag.snapshot', snapshot);
    await opened();
    await user.click(screen.getByRole('button', { name: `Follow ${trace}` }));
    expect(asked('diag.events')).toEqual([{ filter: {} }, { filter: { trace } }]);
  });

  it('shows the event log also while nothing else is known', async () => {
    connection.refuses('diag.snapshot', 'The server is busy.');
    await opened();
    expect(screen.queryByRole('heading', { name: 'Services' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Event log' })).toBeTruthy();
  });
});
