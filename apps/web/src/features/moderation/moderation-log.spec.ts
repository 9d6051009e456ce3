import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ModerationAct } from '@devchitchat/contracts';
import { ada, bob, garden, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { ModerationLog } from './moderation-log';

const { render, screen, user } = page();

const kicked = (eventId: number, reason: string | null): ModerationAct => ({
  kind: 'kicked',
  eventId,
  ts: 1_000,
  by: ada.userId,
  userId: bob.userId,
  reason,
});

describe('the moderation log', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = () =>
    render(ModerationLog, { inputs: { room: garden }, providers: [connection.provider, peopleHere(ada, bob)] });
  const rows = () => screen.queryAllByRole('listitem').map((row) => row.textContent);

  it('shows actor, action and reason, and earlier pages on request', async () => {
    connection.accepts('moderation.list', { acts: [kicked(9, 'Spam')], next: 9 });
    await opened();
    expect(rows()).toEqual([expect.stringMatching(/Ada removed Bob\..*Reason: Spam/)]);

    connection.accepts('moderation.list', { acts: [kicked(3, null)], next: null });
    await user.click(screen.getByRole('button', { name: 'Show earlier' }));
    expect(connection.asked.map(({ draft }) => (draft as { after?: number }).after)).toEqual([undefined, 9]);
    expect(rows()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
  });

  it('reports that it is empty', async () => {
    connection.accepts('moderation.list', { acts: [], next: null });
    await opened();
    expect(screen.getByRole('status')).toBeTruthy();
    expect(rows()).toEqual([]);
  });

  it('keeps its entries when the next page fails, and retries that page', async () => {
    connection.accepts('moderation.list', { acts: [kicked(9, null)], next: 9 });
    await opened();
    connection.refuses('moderation.list', 'The server is busy.');
    await user.click(screen.getByRole('button', { name: 'Show earlier' }));
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    expect(rows()).toHaveLength(1);

    connection.accepts('moderation.list', { acts: [kicked(3, null)], next: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(rows()).toHaveLength(2);
  });
});
