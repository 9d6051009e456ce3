import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { Presence } from '../../client/presence/presence';
import { ada, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { PeoplePage } from './people-page';

const { render, screen, user } = page();

describe('the page of people', () => {
  it('opens with the accounts, and loads the log only when the admin switches to it', async () => {
    const connection = new ScriptedConnection()
      .accepts('user.list_accounts', { accounts: [], next: null })
      .accepts('audit.list', { acts: [], next: null });
    await render(PeoplePage, {
      providers: [
        connection.provider,
        signedInAs(ada),
        peopleHere(ada),
        provideRouter([]),
        { provide: Presence, useValue: { of: () => 'active' } },
      ],
    });
    const asked = () => connection.asked.map(({ name }) => name);
    expect(screen.getByRole('region', { name: 'Accounts' })).toBeTruthy();
    expect(asked()).toEqual(['user.list_accounts']);

    await user.click(screen.getByRole('radio', { name: 'Log' }));

    expect(screen.queryByRole('region', { name: 'Accounts' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Log' })).toBeTruthy();
    expect(asked()).toEqual(['user.list_accounts', 'audit.list']);
  });
});
