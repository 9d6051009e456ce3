import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Session as Device, SessionId } from '@devchitchat/contracts';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { Devices } from './devices';

const { render, screen, settled, user } = page();

const device = (sessionId: string, name: string, current = false): Device => ({
  sessionId: sessionId as SessionId,
  device: name,
  createdAt: 1_000,
  lastSeenAt: 2_000,
  current,
});
const here = device('s_here', 'Firefox on Linux', true);
const phone = device('s_phone', 'Safari on iPhone');

describe('the list of devices', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
    connection.accepts('auth.session_list', { sessions: [here, phone], next: null });
  });
  const opened = () => render(Devices, { providers: [connection.provider] });
  const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

  it('waits for the connection, then lists every device and marks this one', async () => {
    connection.state.set('connecting');
    await opened();
    expect(connection.asked).toEqual([]);
    connection.state.set('online');
    await settled();
    expect(rows()[0]).toMatch(/Firefox on Linux.*This device/);
    expect(rows()[1]).toMatch(/Safari on iPhone.*Last seen/);
  });

  it('signs out another device, but not this one', async () => {
    connection.accepts('auth.session_revoke', {});
    await opened();
    expect(screen.getAllByRole('button', { name: /^Sign out/ })).toHaveLength(1);
    connection.accepts('auth.session_list', { sessions: [here], next: null });
    await user.click(screen.getByRole('button', { name: 'Sign out Safari on iPhone' }));
    expect(connection.asked).toContainEqual({ name: 'auth.session_revoke', draft: { sessionId: phone.sessionId } });
    expect(rows()).toHaveLength(1);
  });

  it('shows a code for another device, formatted for reading aloud, and as a link', async () => {
    connection.refuses('link.address', 'The server is busy.');
    connection.accepts('auth.device_code_create', { code: 'abcdefghij', expiresAt: Date.now() + 600_000 });
    await opened();
    await user.click(screen.getByRole('button', { name: 'Sign in another device' }));
    expect(screen.getByText('ABCDE-FGHIJ')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toMatch(/#\/device\/ABCDE-FGHIJ$/);
  });

  it('offers to try again after a failure', async () => {
    connection.refuses('auth.session_list', 'The server is busy.');
    await opened();
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    connection.accepts('auth.session_list', { sessions: [here], next: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
