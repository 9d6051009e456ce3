import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingEvents, type AnyEvent, type InviteId, type RoomInvite } from '@devchitchat/contracts';
import { ada, bob, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { RoomLinks } from './room-links';

const { render, screen, settled, user } = page();

const { roomId } = garden;
const link = (inviteId: string, more: Partial<RoomInvite> = {}): RoomInvite => ({
  inviteId: inviteId as InviteId,
  roomId,
  history: 'whole',
  createdBy: ada.userId,
  createdAt: 1_000,
  expiresAt: Date.now() + 86_400_000,
  maxUses: 5,
  uses: 0,
  revokedAt: null,
  ...more,
});

describe('the dialog of links into a room', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
    connection.accepts('link.address', {
      origin: 'http://localhost:8080',
      reach: 'network',
      alternatives: [],
      obstacle: null,
    });
  });
  const opened = (room = garden, me = bob) =>
    render(RoomLinks, { inputs: { room }, providers: [connection.provider, signedInAs(me), peopleHere(ada, bob)] });
  const create = () => user.click(screen.getByRole('button', { name: 'Create link' }));
  const rows = () => screen.queryAllByRole('listitem');

  it('lists the links of its room', async () => {
    connection.accepts('room.invite_list', { invites: [link('i_one'), link('i_two')], next: null });
    await opened();
    expect(connection.asked).toEqual([{ name: 'room.invite_list', draft: { roomId } }]);
    expect(screen.getByRole('dialog', { name: /garden/ })).toBeTruthy();
    expect(rows()).toHaveLength(2);
  });

  it('creates a link and shows it as an address of this server, above the others', async () => {
    connection.accepts('room.invite_list', { invites: [link('i_one')], next: null });
    connection.accepts('room.invite_create', { invite: link('i_two', { maxUses: 1 }), token: 'secret' });
    await opened();
    await create();
    expect(connection.asked[1]).toEqual({
      name: 'room.invite_create',
      draft: { roomId, expiresInSeconds: 7 * 86_400, maxUses: 25, history: 'whole' },
    });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Invite link' });
    expect(field.value).toMatch(/^http:\/\/localhost:8080\/.*room-invite.*secret$/);
    expect(rows()).toHaveLength(2);
    expect(rows()[0]?.textContent).toContain('0 of 1');
  });

  it('creates a link that also makes accounts, if its creator may invite to the server', async () => {
    const serverInviteId = 'i_server' as InviteId;
    connection.accepts('room.invite_list', { invites: [], next: null });
    connection.accepts('auth.invite_create', {
      invite: { ...link('i_server'), note: null },
      token: 'forServer',
    });
    connection.accepts('room.invite_create', { invite: link('i_two', { serverInviteId }), token: 'forRoom' });
    await opened(garden, ada);
    await create();
    expect(connection.asked.slice(1, 3)).toEqual([
      { name: 'auth.invite_create', draft: { expiresInSeconds: 7 * 86_400, maxUses: 25 } },
      {
        name: 'room.invite_create',
        draft: { roomId, expiresInSeconds: 7 * 86_400, maxUses: 25, history: 'whole', serverInviteId },
      },
    ]);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Invite link' }).value).toMatch(/forRoom\/forServer$/);

    connection.accepts('room.invite_revoke', {}).accepts('auth.invite_revoke', {});
    await user.click(screen.getByRole('button', { name: 'Revoke' }));
    expect(connection.asked).toContainEqual({ name: 'auth.invite_revoke', draft: { inviteId: serverInviteId } });
  });

  it('leaves no invite to the server behind when the room refuses', async () => {
    connection.accepts('room.invite_list', { invites: [], next: null });
    connection.accepts('auth.invite_create', { invite: { ...link('i_server'), note: null }, token: 'forServer' });
    connection.refuses('room.invite_create', 'You are not in this room.').accepts('auth.invite_revoke', {});
    await opened(garden, ada);
    await create();
    expect(connection.asked.at(-1)).toEqual({ name: 'auth.invite_revoke', draft: { inviteId: 'i_server' } });
    expect(screen.getByRole('alert').textContent).toBe('You are not in this room.');
  });

  it('asks how much history a link shows only for a private room', async () => {
    connection.accepts('room.invite_list', { invites: [], next: null });
    const { fixture } = await opened();
    expect(screen.queryByRole('combobox', { name: 'History' })).toBeNull();
    fixture.componentRef.setInput('room', { ...garden, kind: 'private' });
    await settled();
    expect(screen.getByRole('combobox', { name: 'History' })).toBeTruthy();
  });

  it('says why it created no link, until one is created', async () => {
    connection.accepts('room.invite_list', { invites: [], next: null });
    connection.refuses('room.invite_create', 'Too many links.');
    await opened();
    await create();
    expect(screen.getByRole('alert').textContent).toBe('Too many links.');
    expect(screen.queryByRole('textbox', { name: 'Invite link' })).toBeNull();

    connection.accepts('room.invite_create', { invite: link('i_one'), token: 'secret' });
    await create();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why the links could not be listed', async () => {
    connection.refuses('room.invite_list', 'You are not in this room.');
    await opened();
    expect(screen.getByRole('alert').textContent).toBe('You are not in this room.');
  });

  it('revokes a link and lists them again', async () => {
    connection.accepts('room.invite_list', { invites: [link('i_one')], next: null });
    connection.accepts('room.invite_revoke', {});
    await opened();
    connection.accepts('room.invite_list', { invites: [link('i_one', { revokedAt: 2_000 })], next: null });
    await user.click(screen.getByRole('button', { name: 'Revoke' }));
    expect(connection.asked[1]).toEqual({ name: 'room.invite_revoke', draft: { roomId, inviteId: 'i_one' } });
    expect(screen.queryByRole('button', { name: 'Revoke' })).toBeNull();
  });

  it('says why a link was not revoked', async () => {
    connection.accepts('room.invite_list', { invites: [link('i_one')], next: null });
    connection.refuses('room.invite_revoke', 'The server is busy.');
    await opened();
    await user.click(screen.getByRole('button', { name: 'Revoke' }));
    expect(screen.getByRole('alert').textContent).toBe('The server is busy.');
    expect(screen.getByRole('button', { name: 'Revoke' })).toBeTruthy();
  });

  it('shows that another moderator revoked a link meanwhile', async () => {
    connection.accepts('room.invite_list', { invites: [link('i_one')], next: null });
    await opened();
    const { type } = messagingEvents.roomInviteRevoked;
    const event = { type, ts: 2_000, body: { roomId, inviteId: 'i_one' } };
    connection.events.next(event as unknown as AnyEvent);
    await settled();
    expect(screen.queryByRole('button', { name: 'Revoke' })).toBeNull();
  });
});
