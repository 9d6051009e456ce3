import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Bot } from '@devchitchat/contracts';
import { bob } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { NewBot } from './new-bot';
import { RevokeBot } from './revoke-bot';

const { render, screen, user } = page();

const bot: Bot = {
  user: { ...bob, handle: 'weather', displayName: 'Weather', isBot: true },
  createdBy: null,
  revokedAt: null,
};

let connection: ScriptedConnection;
beforeEach(() => {
  connection = new ScriptedConnection();
});

describe('the dialog that makes a bot', () => {
  const opened = () => render(NewBot, { providers: [connection.provider] });

  it('makes it, under its handle where it has no other name, and offers its credentials', async () => {
    connection.accepts('bot.create', { bot, credentials: 'secret' });
    const { emitted } = await opened();
    await user.type(screen.getByRole('textbox', { name: 'Handle' }), 'weather{Enter}');
    expect(connection.asked).toEqual([{ name: 'bot.create', draft: { handle: 'weather', displayName: 'weather' } }]);
    expect(emitted.made).toEqual([bot]);
    expect(screen.getByRole('button', { name: 'Download credentials' })).toBeTruthy();
  });

  it('asks the server nothing without a handle', async () => {
    await opened();
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(connection.asked).toEqual([]);
  });

  it('says why it could not be made, and keeps what was typed', async () => {
    connection.refuses('bot.create', 'This handle is taken.');
    await opened();
    const handle = screen.getByRole<HTMLInputElement>('textbox', { name: 'Handle' });
    await user.type(handle, 'ada{Enter}');
    expect(screen.getByText('This handle is taken.')).toBeTruthy();
    expect(handle.value).toBe('ada');
  });
});

it('the dialog that revokes a bot does so, and says when it is done', async () => {
  connection.accepts('bot.revoke', {});
  const { emitted } = await render(RevokeBot, { inputs: { bot }, providers: [connection.provider] });
  await user.click(screen.getByRole('button', { name: 'Revoke Weather' }));
  expect(connection.asked).toEqual([{ name: 'bot.revoke', draft: { userId: bot.user.userId } }]);
  expect(emitted.revoked).toHaveLength(1);
});
