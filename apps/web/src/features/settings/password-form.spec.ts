import { beforeEach, describe, expect, it } from '@jest/globals';
import { ada, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { PasswordForm } from './password-form';

const { render, screen, user } = page();

describe('the password form', () => {
  let connection: ScriptedConnection;
  const opened = async (isSet: boolean) => {
    connection = new ScriptedConnection().accepts('auth.password_status', { isSet });
    await render(PasswordForm, { providers: [connection.provider, signedInAs(ada)] });
    connection.asked.length = 0;
  };
  beforeEach(() => opened(true));
  const current = () => screen.getByLabelText<HTMLInputElement>('Current password');
  const next = () => screen.getByLabelText<HTMLInputElement>('New password');

  it('sets a new password and clears both fields', async () => {
    connection.accepts('auth.password_set', {});
    await user.type(current(), 'what it was before');
    await user.type(next(), 'correct horse battery');
    await user.click(screen.getByRole('button', { name: 'Save password' }));

    const draft = { newPassword: 'correct horse battery', currentPassword: 'what it was before' };
    expect(connection.asked).toEqual([{ name: 'auth.password_set', draft }]);
    expect(screen.getByText('Your password was saved.')).toBeTruthy();
    expect([current().value, next().value]).toEqual(['', '']);
  });

  it('shows the problem of a short password, and sends nothing', async () => {
    await user.type(next(), 'short{Enter}');

    expect(next().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('button', { name: 'Save password' }).getAttribute('aria-disabled')).toBe('true');
    expect(connection.asked).toEqual([]);
  });

  it('removes the password only with the current one', async () => {
    connection.accepts('auth.password_set', {});
    const remove = screen.getByRole<HTMLButtonElement>('button', { name: 'Remove password' });
    expect(remove.disabled).toBe(true);

    await user.type(current(), 'what it was before');
    await user.click(remove);

    expect(connection.asked[0]?.draft).toEqual({ newPassword: null, currentPassword: 'what it was before' });
    expect(screen.getByText('Your password was removed.')).toBeTruthy();
  });

  it('keeps the typed text when the server refuses it', async () => {
    connection.refuses('auth.password_set', 'This is not your current password.');
    await user.type(current(), 'a guess');
    await user.type(next(), 'correct horse battery{Enter}');

    expect(screen.getByText('This is not your current password.')).toBeTruthy();
    expect(next().value).toBe('correct horse battery');
  });

  it('asks for the current password only if there is one', async () => {
    expect(screen.queryByText('Leave it empty if you have none yet.')).toBeNull();
    connection.accepts('auth.password_set', {});
    await user.type(current(), 'what it was before');
    await user.click(screen.getByRole('button', { name: 'Remove password' }));
    expect(screen.queryByLabelText('Current password')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove password' })).toBeNull();

    await user.type(next(), 'correct horse battery{Enter}');
    expect(connection.asked.at(-1)?.draft).toEqual({ newPassword: 'correct horse battery' });
    expect(current()).toBeTruthy();
  });
});
