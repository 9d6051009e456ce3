import { describe, expect, it } from '@jest/globals';
import type { GatewayReport } from '@devchitchat/contracts';
import { ada, bob, cyd, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { tableRows } from '../../platform/testing/table-rows';
import { GatewayTables } from './gateway-tables';
import { exactTime } from './units';

const { render, screen } = page();

const quiet: GatewayReport = {
  socketCount: 1,
  sockets: [{ userId: ada.userId, since: 1_000, queuedFrames: 2, queuedBytes: 1_400 }],
  people: { active: 1, idle: 0, hidden: 1 },
  turnedAway: { refusals: {}, refusedCommands: {}, cuts: {} },
};

describe('the tables of the gateway', () => {
  const shown = (report: GatewayReport | null) =>
    render(GatewayTables, {
      inputs: { report },
      providers: [peopleHere(ada, bob, cyd, { ...cyd, userId: 'u_gone' as typeof cyd.userId, active: false })],
    });
  const counts = () =>
    screen.queryAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]);

  it('list each connection with what its browser has not read', async () => {
    await shown(quiet);
    expect(tableRows()).toEqual([['Ada', exactTime(1_000), '2 frames, 1.4 KB']]);
    expect(screen.getByText('1 connected')).toBeTruthy();
  });

  it('say that they show only the busiest of many connections', async () => {
    await shown({ ...quiet, socketCount: 900 });
    expect(screen.getByText('900 connected; the 1 with the most queued:')).toBeTruthy();
  });

  it('count active accounts without a connection as offline', async () => {
    await shown(quiet);
    expect(counts()).toEqual([
      ['Active', '1'],
      ['Idle', '0'],
      ['In the background', '1'],
      ['Offline', '1'],
    ]);
  });

  it('count what the gateway refused, by its kind', async () => {
    await shown({
      ...quiet,
      turnedAway: { refusals: { rate_limited: 3 }, refusedCommands: { 'msg.send': 2 }, cuts: { 'too slow': 1 } },
    });
    expect(counts().slice(4)).toEqual([
      ['refused: rate_limited', '3'],
      ['command msg.send', '2'],
      ['disconnected: too slow', '1'],
    ]);
  });

  it('are missing while the gateway is silent', async () => {
    await shown(null);
    expect(screen.queryByRole('table')).toBeNull();
    expect(counts()).toEqual([]);
  });
});
