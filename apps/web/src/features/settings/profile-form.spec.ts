import { beforeEach, describe, expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { within } from '@testing-library/dom';
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

  it('saves pronouns and the text about oneself, and removes what is emptied', async () => {
    connection.accepts('auth.profile_update', { user: { ...bob, bio: 'Keeps bees.' } });
    await user.type(screen.getByRole('textbox', { name: 'About me' }), 'Keeps bees.');
    await user.type(screen.getByRole('textbox', { name: 'Pronouns' }), ' he/him ');
    await user.click(save());
    expect(connection.asked[0]?.draft).toEqual({ bio: 'Keeps bees.', pronouns: 'he/him' });
  });

  it('tells that the text about oneself is too long', async () => {
    const about = screen.getByRole('textbox', { name: 'About me' });
    await user.click(about);
    await user.paste('x'.repeat(501));
    expect(about.getAttribute('aria-invalid')).toBe('true');
    await user.click(save());
    expect(connection.asked).toEqual([]);
  });

  it('chooses one of ten named colours, or the automatic one', async () => {
    connection.accepts('auth.profile_update', { user: { ...bob, tone: 2 } });
    await user.click(screen.getByRole('button', { name: 'Name colour' }));
    const dialog = await screen.findByRole('dialog', { name: 'Name colour' });
    expect(within(dialog).getAllByRole('radio')).toHaveLength(11);
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: 'Automatic' }).checked).toBe(true);
    await user.click(within(dialog).getByRole('radio', { name: 'Green' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(connection.asked[0]?.draft).toEqual({ tone: 2 });
    expect(learned).toEqual([{ ...bob, tone: 2 }]);
  });

  it('refuses an empty name without asking the server', async () => {
    await user.clear(name());
    expect(name().getAttribute('aria-invalid')).toBe('true');
    await user.click(save());
    expect(connection.asked).toEqual([]);
  });
});
