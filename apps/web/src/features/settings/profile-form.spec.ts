import { beforeEach, describe, expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { bob, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { ProfileForm } from './profile-form';

const { render, screen, user } = page();

describe('the profile form', () => {
  let connection: ScriptedConnection;
  let learned: User[];
  beforeEach(async () => {
    connection = new ScriptedConnection();
    learned = [];
    await render(ProfileForm, {
      providers: [
        connection.provider,
        peopleHere(bob),
        signedInAs(bob, { learn: (known: User) => learned.push(known) }),
      ],
    });
  });
  const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Display name' });
  const save = () => screen.getByRole('button', { name: 'Save' });

  it('has nothing to save until the name changes', async () => {
    expect(name().value).toBe('Bob');
    await user.click(save());
    expect(connection.asked).toEqual([]);
  });

  it('saves the new name without surrounding spaces, and shows it at once', async () => {
    const renamed = { ...bob, displayName: 'Bobby' };
    connection.accepts('auth.profile_update', { user: renamed });
    await user.clear(name());
    await user.type(name(), ' Bobby ');
    await user.click(save());
    expect(connection.asked[0]?.draft).toEqual({ displayName: 'Bobby' });
    expect(learned).toEqual([renamed]);
  });

  it('refuses an empty name without asking the server', async () => {
    await user.clear(name());
    expect(name().getAttribute('aria-invalid')).toBe('true');
    await user.click(save());
    expect(connection.asked).toEqual([]);
  });
});
