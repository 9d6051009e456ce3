import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Bot } from '@devchitchat/contracts';
import { ada, bob, cyd, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { BotsPage } from './bots-page';

const { render, screen, settled, user } = page();

const robin: Bot = {
  user: { ...cyd, handle: 'robin', displayName: 'Robin', isBot: true },
  createdBy: ada.userId,
  revokedAt: null,
};
const rusty: Bot = { ...robin, user: { ...bob, handle: 'rusty', displayName: 'Rusty', isBot: true }, revokedAt: 2_000 };

describe('the page of bots', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = (me = ada) =>
    render(BotsPage, { providers: [connection.provider, signedInAs(me), peopleHere(ada), provideRouter([])] });
  const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

  it('lists the bots with who created them, and revokes only those that still work', async () => {
    connection.accepts('bot.list', { bots: [robin, rusty], next: null });
    await opened();
    expect(rows()).toEqual([expect.stringMatching(/Robin.*@robin.*Ada/), expect.stringMatching(/Rusty.*revoked/)]);
    expect(screen.getByRole('button', { name: 'Revoke Robin' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Revoke Rusty' })).toBeNull();
  });

  it('asks before it revokes a bot, and lists them again', async () => {
    connection.accepts('bot.list', { bots: [robin], next: null }).accepts('bot.revoke', {});
    await opened();
    await user.click(screen.getByRole('button', { name: 'Revoke Robin' }));
    const dialog = screen.getByRole('dialog', { name: /Robin/ });
    expect(connection.asked).toHaveLength(1);

    connection.accepts('bot.list', { bots: [{ ...robin, revokedAt: 3_000 }], next: null });
    await user.click([...dialog.querySelectorAll('button')].at(-1)!);
    expect(connection.asked.slice(1)).toEqual([
      { name: 'bot.revoke', draft: { userId: robin.user.userId } },
      { name: 'bot.list', draft: {} },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Revoke Robin' })).toBeNull();
  });

  it('shows a new bot at once', async () => {
    connection.accepts('bot.list', { bots: [rusty], next: null });
    connection.accepts('bot.create', { bot: robin, credentials: 'secret' });
    await opened();
    await user.click(screen.getByRole('button', { name: 'New bot' }));
    await user.type(screen.getByRole('textbox', { name: 'Handle' }), 'robin{Enter}');
    expect(rows()).toEqual([expect.stringContaining('Robin'), expect.stringContaining('Rusty')]);
  });

  it('offers members no new bot', async () => {
    connection.accepts('bot.list', { bots: [], next: null });
    await opened(bob);
    expect(screen.queryByRole('button', { name: 'New bot' })).toBeNull();
  });

  it('tells loading bots from none', async () => {
    const answer = connection.holds('bot.list', { bots: [], next: null });
    await opened();
    const [loading] = rows();
    answer();
    await settled();
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).not.toBe(loading);
  });

  it('says why they could not be listed, and tries again', async () => {
    connection.refuses('bot.list', 'The server is busy.');
    await opened();
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    expect(screen.queryByRole('listitem')).toBeNull();
    connection.accepts('bot.list', { bots: [robin], next: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(rows()).toEqual([expect.stringContaining('Robin')]);
  });
});
