import { Router, provideRouter } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { authReasons, type User } from '@devchitchat/contracts';
import { bob, signedInAs } from '../../client/testing/people';
import { scriptedHttp } from '../../client/testing/scripted-http';
import { page } from '../../platform/testing/page';
import { InvitePage } from './invite-page';

const { render, screen, settled, user } = page();
const server = scriptedHttp();

const token = 'a'.repeat(43);
const signedIn = { user: bob, sessionToken: 'secret', expiresAt: 2_000 };

const invited = { invitedBy: 'Ada', firstAdmin: false, expiresAt: Date.now() + 86_400_000 };

describe('the invite page', () => {
  let begun: User[];
  beforeEach(() => {
    begun = [];
  });
  const opened = (me: User | null = null, written = token) =>
    render(InvitePage, {
      inputs: { token: written },
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        signedInAs(me, { begin: (who: User) => begun.push(who) }),
      ],
    });
  const handle = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Handle' });
  const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Display name' });
  const problemOf = (field: HTMLInputElement) =>
    field.getAttribute('aria-invalid') === 'true'
      ? document.getElementById(field.getAttribute('aria-describedby')!)?.textContent
      : '';
  const join = () => user.click(screen.getByRole('button', { name: 'Join' }));

  it('shows who invites, and signs the person up with handle and name', async () => {
    server.accepts('auth.invite_preview', invited);
    server.accepts('auth.invite_redeem', signedIn);
    await opened();
    expect(screen.getByText('Ada')).toBeTruthy();

    await user.type(handle(), 'bob');
    await join();
    await settled();

    expect(server.asked.at(-1)).toMatchObject({ draft: { token, handle: 'bob', displayName: 'Bob' } });
    expect(begun).toEqual([bob]);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('fills the display name from the handle until the person types another', async () => {
    server.accepts('auth.invite_preview', invited);
    await opened();
    await user.type(handle(), 'sam-walk');
    expect(name().value).toBe('Sam Walk');
    await user.clear(name());
    await user.type(name(), 'Sammy');
    await user.type(handle(), 'er');
    expect(name().value).toBe('Sammy');
  });

  it.each(['.', ',', '>', ')', '"', '’', ' ', '%20', ' see you there', '&gt;', '/', '?utm=mail', '=\n'])(
    'ignores %j behind the link',
    async (behind) => {
      server.accepts('auth.invite_preview', invited);
      await opened(null, token + behind);
      expect(server.asked.at(-1)?.draft).toEqual({ token });
    },
  );

  it.each(['', 'abc', token.slice(1), '%', 'a b c'])('says in words that %j is not a whole link', async (written) => {
    await opened(null, written);
    expect(screen.getByRole('heading').textContent).toBe('Part of this link is missing');
    expect(screen.getByRole('link', { name: 'I have an account' }).getAttribute('href')).toBe('/sign-in');
    expect(server.asked).toEqual([]);
  });

  it('shows problems of the names before it asks the server', async () => {
    server.accepts('auth.invite_preview', invited);
    await opened();
    await user.type(handle(), 'not a handle');
    await user.clear(name());
    await join();
    expect(problemOf(handle())).toBe('Only letters from a to z, digits, - and _.');
    expect(problemOf(name())).toBe('Choose a display name.');
    await user.clear(handle());
    expect(problemOf(handle())).toBe('Choose a handle.');
    expect(server.asked).toHaveLength(1);
  });

  it('shows below the handle that it is taken until the handle changes', async () => {
    server.accepts('auth.invite_preview', invited);
    await opened();
    await user.type(handle(), 'bob');
    server.refuses('auth.invite_redeem', 'This handle is taken.', authReasons.inviteHandleTaken);
    await join();
    expect(screen.getByText('This handle is taken.').id).toBe(handle().getAttribute('aria-describedby'));

    await user.type(handle(), 'by');
    expect(screen.queryByText('This handle is taken.')).toBeNull();
  });

  it('opens another link in the same tab after one that was used up meanwhile', async () => {
    server.accepts('auth.invite_preview', invited);
    const { fixture } = await opened();
    await user.type(handle(), 'bob');
    server.refuses('auth.invite_redeem', 'This invite link is used up.', authReasons.inviteDead);
    await join();
    expect(screen.getByText('This invite link is used up.')).toBeTruthy();

    fixture.componentRef.setInput('token', 'b'.repeat(43));
    await settled();
    expect(screen.queryByText('This invite link is used up.')).toBeNull();
    expect(handle().value).toBe('bob');
  });

  it('joins with the same names after a refusal that may pass', async () => {
    server.accepts('auth.invite_preview', invited);
    await opened();
    await user.type(handle(), 'bob');
    server.refuses('auth.invite_redeem', 'The server is busy.');
    await join();
    expect(screen.getByRole('alert').textContent).toBe('The server is busy.');

    server.accepts('auth.invite_redeem', signedIn);
    await join();
    expect(begun).toEqual([bob]);
  });

  it('says that the link no longer works when the invite ends before the person joins', async () => {
    server.accepts('auth.invite_preview', invited);
    await opened();
    await user.type(handle(), 'bob');
    server.refuses('auth.invite_redeem', 'This invite has expired.', authReasons.inviteDead);
    await join();
    expect(screen.getByText('This invite has expired.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('warns a user who is already signed in', async () => {
    server.accepts('auth.invite_preview', invited);
    await opened(bob);
    expect(screen.getByRole('link', { name: 'Stay who you are' })).toBeTruthy();
  });

  it('offers to try again when the invite cannot be checked', async () => {
    server.refuses('auth.invite_preview', 'The server is busy.');
    await opened();
    expect(screen.getByText('The server is busy.')).toBeTruthy();
    server.accepts('auth.invite_preview', invited);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(handle()).toBeTruthy();
  });
});
