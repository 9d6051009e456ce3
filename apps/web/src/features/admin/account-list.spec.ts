import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account, PresenceState, User } from '@devchitchat/contracts';
import { Presence } from '../../client/presence/presence';
import { ada, bob, cyd, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { AccountList } from './account-list';

const { render, screen, settled, user } = page();

const account = (person: User, more: Partial<Account> = {}): Account => ({
  user: person,
  state: 'active',
  disabledAt: null,
  sessions: 2,
  lastSeenAt: null,
  ...more,
});
const disabledCyd = { ...cyd, active: false, disabled: true };

describe('the list of accounts', () => {
  const state = signal<PresenceState | null>(null);
  let connection: ScriptedConnection;
  beforeEach(() => {
    state.set(null);
    connection = new ScriptedConnection();
  });
  const shown = (...people: readonly User[]) =>
    render(AccountList, {
      providers: [
        connection.provider,
        signedInAs(ada),
        peopleHere(...people),
        { provide: Presence, useValue: { of: () => state() } },
      ],
    });
  const lists = (...accounts: readonly Account[]) =>
    connection.accepts('user.list_accounts', { accounts: [...accounts], next: null });
  const row = (name: string) => screen.getByText(name, { selector: 'b' }).closest('li')!;
  const marks = (name: string) => [...row(name).querySelectorAll('.role')].map((mark) => mark.textContent);
  const menuOf = async (name: string) => {
    await user.click(screen.getByRole('button', { name: `Actions for ${name}` }));
    return screen.getAllByRole('menuitem').map((entry) => entry.textContent.trim());
  };

  it('marks the admin’s own row and offers no actions in it', async () => {
    lists(account(ada), account(bob));
    await shown(ada, bob);
    expect(marks('Ada')).toEqual(['you', 'admin']);
    expect(marks('Bob')).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Actions for Ada' })).toBeNull();
    expect(row('Bob').textContent).toContain('2 devices');
  });

  it('says when somebody was last seen, unless they are here', async () => {
    lists(account(bob, { lastSeenAt: 1_000 }));
    await shown(bob);
    expect(row('Bob').textContent).toContain('Last seen');
    for (const [now, expected] of [
      ['active', false],
      ['idle', false],
      ['hidden', false],
      ['offline', true],
    ] as const) {
      state.set(now);
      await settled();
      expect(row('Bob').textContent.includes('Last seen')).toBe(expected);
    }
  });

  it('offers for a member what changes their account', async () => {
    lists(account(bob));
    await shown(bob);
    expect(await menuOf('Bob')).toEqual(['Make admin', 'Recovery link', 'End sessions', 'Disable…']);
  });

  it('offers to remove another admin', async () => {
    const admin = { ...bob, role: 'admin' as const };
    lists(account(admin));
    await shown(admin);
    expect(await menuOf('Bob')).toContain('Remove admin');
  });

  it('offers nothing for an imported account', async () => {
    const imported = { ...bob, active: false };
    lists(account(imported, { state: 'imported', sessions: 0 }));
    await shown(imported);
    expect(row('Bob')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Actions for Bob' })).toBeNull();
  });

  it('enables a disabled account without asking, and says why it could not', async () => {
    lists(account(disabledCyd, { state: 'disabled', disabledAt: 2_000, sessions: 0 }));
    connection.refuses('user.enable', 'The server is busy.');
    await shown(disabledCyd);
    expect(marks('Cyd')).toEqual(['disabled']);
    expect(await menuOf('Cyd')).toEqual(['Enable']);
    await user.click(screen.getByRole('menuitem', { name: 'Enable' }));
    expect(connection.asked.at(-1)).toEqual({ name: 'user.enable', draft: { userId: cyd.userId } });
    expect(screen.getByRole('alert').textContent).toBe('The server is busy.');
  });

  it('shows an account as disabled that was enabled when it was listed', async () => {
    lists(account(cyd));
    await shown(disabledCyd);
    expect(marks('Cyd')).toEqual(['disabled']);
  });

  it('asks before it ends sessions, and counts none after that', async () => {
    lists(account(bob));
    connection.accepts('user.end_sessions', { ended: 2 });
    await shown(bob);
    await menuOf('Bob');
    await user.click(screen.getByRole('menuitem', { name: 'End sessions' }));
    const dialog = screen.getByRole('dialog');
    expect(connection.asked.map(({ name }) => name)).toEqual(['user.list_accounts']);
    await user.click([...dialog.querySelectorAll('button')].at(-1)!);
    expect(connection.asked.at(-1)).toEqual({ name: 'user.end_sessions', draft: { userId: bob.userId } });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(row('Bob').textContent).not.toContain('2 devices');
  });

  it.each(['Make admin', 'Recovery link', 'Disable…'])('opens a dialog for “%s”', async (entry) => {
    lists(account(bob));
    await shown(bob);
    await menuOf('Bob');
    await user.click(screen.getByRole('menuitem', { name: entry }));
    expect(screen.getByRole('dialog', { name: /Bob/ })).toBeTruthy();
    expect(connection.asked).toHaveLength(1);
  });

  it('searches as the admin types', async () => {
    lists(account(bob));
    await shown(bob);
    lists();
    await user.type(screen.getByRole('textbox', { name: 'Search people' }), 'zo');
    expect(connection.asked.at(-1)?.draft).toEqual({ search: 'zo' });
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.queryByText('Bob')).toBeNull();
  });

  it('tells loading accounts from none', async () => {
    const answer = connection.holds('user.list_accounts', { accounts: [], next: null });
    await shown();
    const loading = screen.getByRole('listitem').textContent;
    answer();
    await settled();
    expect(screen.getByRole('listitem').textContent).not.toBe(loading);
  });

  it('shows the next page when asked', async () => {
    connection.accepts('user.list_accounts', { accounts: [account(ada)], next: 'ada' });
    await shown(ada, bob);
    lists(account(bob));
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(connection.asked.at(-1)?.draft).toEqual({ search: '', after: 'ada' });
    expect(row('Ada')).toBeTruthy();
    expect(row('Bob')).toBeTruthy();
  });

  it('says why it could not be loaded, and tries again', async () => {
    connection.refuses('user.list_accounts', 'The server is busy.');
    await shown(bob);
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    lists(account(bob));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(row('Bob')).toBeTruthy();
  });

  it('waits for the connection', async () => {
    connection.state.set('connecting');
    lists(account(bob));
    await shown(bob);
    expect(connection.asked).toEqual([]);
    connection.state.set('online');
    await settled();
    expect(row('Bob')).toBeTruthy();
  });
});
