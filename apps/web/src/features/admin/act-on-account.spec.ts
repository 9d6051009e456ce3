import { describe, expect, it } from '@jest/globals';
import { bob } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { ActOnAccount, type AccountDeed } from './act-on-account';
import { RecoveryLink } from './recovery-link';

const { render, screen, user } = page();

describe('the dialog in which an admin changes an account', () => {
  const opened = (connection: ScriptedConnection, deed: AccountDeed) =>
    render(ActOnAccount, { inputs: { user: bob, deed }, providers: [connection.provider] });

  it.each([
    ['make admin', 'Make Bob an admin', 'user.set_role', { role: 'admin' }],
    ['remove admin', 'Remove Bob as an admin', 'user.set_role', { role: 'member' }],
    ['disable', 'Disable Bob', 'user.disable', {}],
    ['end sessions', 'Sign Bob out', 'user.end_sessions', {}],
  ] as const)('can %s, and closes', async (deed, verb, command, more) => {
    const connection = new ScriptedConnection().accepts(command, { ended: 2 });
    const { emitted } = await opened(connection, deed);
    await user.click(screen.getByRole('button', { name: verb }));
    expect(connection.asked).toEqual([{ name: command, draft: { userId: bob.userId, ...more } }]);
    expect(emitted.closed).toHaveLength(1);
    expect(emitted.signedOut).toHaveLength(deed === 'disable' || deed === 'end sessions' ? 1 : 0);
  });

  it('sends the reason with a deactivation', async () => {
    const connection = new ScriptedConnection().accepts('user.disable', {});
    await opened(connection, 'disable');
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), ' Spam {Enter}');
    expect(connection.asked[0]?.draft).toEqual({ userId: bob.userId, reason: 'Spam' });
  });
});

describe('the dialog that creates a recovery link', () => {
  it('shows the link to copy once it exists', async () => {
    const expiresAt = Date.now() + 3_600_000;
    const connection = new ScriptedConnection().accepts('recovery.create', { token: 'abc', expiresAt });
    await render(RecoveryLink, { inputs: { user: bob }, providers: [connection.provider] });
    connection.refuses('link.address', 'The server is busy.');
    await user.click(screen.getByRole('button', { name: 'Create link' }));
    expect(connection.asked[0]).toEqual({ name: 'recovery.create', draft: { userId: bob.userId } });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Recovery link' }).value).toMatch(/#\/recovery\/abc$/);
  });

  it('shows why no link was created', async () => {
    const connection = new ScriptedConnection().refuses('recovery.create', 'This account is deleted.');
    await render(RecoveryLink, { inputs: { user: bob }, providers: [connection.provider] });
    await user.click(screen.getByRole('button', { name: 'Create link' }));
    expect(screen.getByRole('alert').textContent).toBe('This account is deleted.');
  });
});
