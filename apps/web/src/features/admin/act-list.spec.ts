import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AdminAct } from '@devchitchat/contracts';
import { ada, bob, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { ActList } from './act-list';

const { render, screen, settled, user } = page();

describe('the log of admin actions', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = () => render(ActList, { providers: [connection.provider, peopleHere(ada, bob)] });
  const act = (eventId: number): AdminAct => ({
    eventId,
    ts: 1_000,
    type: 'user.enabled',
    actorUserId: ada.userId,
    userId: bob.userId,
    role: null,
    reason: null,
    membersMayInvite: null,
    count: null,
  });
  const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

  it('loads when there is a connection, and again after each reconnect', async () => {
    connection.state.set('connecting');
    connection.accepts('audit.list', { acts: [act(9)], next: null });
    await opened();
    expect(connection.asked).toEqual([]);
    for (const state of ['online', 'reconnecting', 'online'] as const) {
      connection.state.set(state);
      await settled();
    }
    expect(connection.asked).toHaveLength(2);
    expect(rows()).toHaveLength(1);
  });

  it('shows earlier actions below the listed ones', async () => {
    connection.accepts('audit.list', { acts: [act(9)], next: 9 });
    await opened();
    connection.accepts('audit.list', { acts: [act(3)], next: null });
    await user.click(screen.getByRole('button', { name: 'Load older events' }));
    expect(connection.asked.at(-1)?.draft).toEqual({ after: 9 });
    expect(rows()).toHaveLength(2);
  });

  it('offers to try again after a failure', async () => {
    connection.refuses('audit.list', 'The server is busy.');
    await opened();
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    connection.accepts('audit.list', { acts: [act(9)], next: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(rows()).toHaveLength(1);
  });
});
