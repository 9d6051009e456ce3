import { beforeEach, describe, expect, it } from '@jest/globals';
import { ada, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { MemberInvites } from './member-invites';

const { render, screen, user } = page();

describe('the switch that lets members invite', () => {
  let connection: ScriptedConnection;
  beforeEach(async () => {
    connection = new ScriptedConnection();
    await render(MemberInvites, { providers: [connection.provider, signedInAs(ada)] });
  });
  const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /Members may invite people/ });

  it('is off on a new server, and asks the server to change it', async () => {
    connection.accepts('server.settings_update', {});
    expect(box().checked).toBe(false);
    await user.click(box());
    expect(connection.asked).toEqual([{ name: 'server.settings_update', draft: { membersMayInvite: true } }]);
  });

  it('goes back when the server refuses', async () => {
    connection.refuses('server.settings_update', 'The server is busy.');
    await user.click(box());
    expect(box().checked).toBe(false);
    expect(screen.getByRole('alert').textContent).toBe('The server is busy.');
  });
});
