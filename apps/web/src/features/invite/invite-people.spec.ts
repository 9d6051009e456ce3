import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Invite, InviteId } from '@devchitchat/contracts';
import { ada, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { InvitePeople } from './invite-people';

const { render, screen, user } = page();

const link = (inviteId: string, more: Partial<Invite> = {}): Invite => ({
  inviteId: inviteId as InviteId,
  createdBy: ada.userId,
  createdAt: 1_000,
  expiresAt: Date.now() + 86_400_000,
  maxUses: 1,
  uses: 0,
  revokedAt: null,
  note: '',
  ...more,
});

describe('the dialog that invites people to the server', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection()
      .accepts('auth.invite_list', { invites: [], next: null })
      .refuses('link.address', 'The server is busy.');
  });
  const opened = () => render(InvitePeople, { providers: [connection.provider, peopleHere(ada)] });
  const create = () => user.click(screen.getByRole('button', { name: 'Create link' }));

  it('creates a link without a note, and shows it as an address of this server', async () => {
    connection.accepts('auth.invite_create', { invite: link('i_one'), token: 'secret' });
    await opened();
    await create();
    expect(connection.asked[1]).toEqual({
      name: 'auth.invite_create',
      draft: { expiresInSeconds: 7 * 86_400, maxUses: 25 },
    });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Invite link' });
    expect(field.value).toMatch(/^http:\/\/localhost:8080\/.*invite.*secret$/);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('passes on the note that the admin wrote', async () => {
    connection.accepts('auth.invite_create', { invite: link('i_one', { note: 'For Dan' }), token: 'secret' });
    await opened();
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'For Dan');
    await create();
    expect(connection.asked[1]?.draft).toMatchObject({ note: 'For Dan' });
    expect(screen.getByText('For Dan')).toBeTruthy();
  });

  it('says why it created no link', async () => {
    connection.refuses('auth.invite_create', 'Only admins invite people.');
    await opened();
    await create();
    expect(screen.getByRole('alert').textContent).toBe('Only admins invite people.');
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  it('revokes a link and lists them again', async () => {
    connection.accepts('auth.invite_list', { invites: [link('i_one')], next: null });
    connection.accepts('auth.invite_revoke', {});
    await opened();
    connection.accepts('auth.invite_list', { invites: [], next: null });
    await user.click(screen.getByRole('button', { name: 'Revoke' }));
    expect(connection.asked[1]).toEqual({ name: 'auth.invite_revoke', draft: { inviteId: 'i_one' } });
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  it('shows older links when asked', async () => {
    connection.accepts('auth.invite_list', { invites: [link('i_two')], next: 2 });
    await opened();
    connection.accepts('auth.invite_list', { invites: [link('i_one')], next: null });
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(connection.asked[1]).toEqual({ name: 'auth.invite_list', draft: { after: 2 } });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });
});
