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

describe('the dialog that creates a bot', () => {
  const opened = () => render(NewBot, { providers: [connection.provider] });

  it('creates it, named after its handle if no name is given, and offers its credentials', async () => {
    connection.accepts('bot.create', { bot, credentials: 'secret' });
    const { emitted } = await opened();
    await user.type(screen.getByRole('textbox', { name: 'Handle' }), 'weather{Enter}');
    expect(connection.asked).toEqual([{ name: 'bot.create', draft: { handle: 'weather', displayName: 'weather' } }]);
    expect(emitted.made).toEqual([bot]);
    expect(screen.getByRole('button', { name: 'Download credentials' })).toBeTruthy();
  });

  it('sends nothing to the server without a handle', async () => {
    await opened();
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(connection.asked).toEqual([]);
  });

  it('shows why it could not be created, and keeps the typed text', async () => {
    connection.refuses('bot.create', 'This handle is taken.');
    await opened();
    const handle = screen.getByRole<HTMLInputElement>('textbox', { name: 'Handle' });
    await user.type(handle, 'ada{Enter}');
    expect(screen.getByText('This handle is taken.')).toBeTruthy();
    expect(handle.value).toBe('ada');
  });
});

it('the dialog that revokes a bot emits when the bot is revoked', async () => {
  connection.accepts('bot.revoke', {});
  const { emitted } = await render(RevokeBot, { inputs: { bot }, providers: [connection.provider] });
  await user.click(screen.getByRole('button', { name: 'Revoke Weather' }));
  expect(connection.asked).toEqual([{ name: 'bot.revoke', draft: { userId: bot.user.userId } }]);
  expect(emitted.revoked).toHaveLength(1);
});
