import { Router, provideRouter } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { bob, signedInAs } from '../../client/testing/people';
import { scriptedHttp } from '../../client/testing/scripted-http';
import { page } from '../../platform/testing/page';
import { DevicePage } from './device-page';
import { RecoveryPage } from './recovery-page';

const { render, screen, settled, user } = page();
const server = scriptedHttp();

const signedIn = { user: bob, sessionToken: 'secret', expiresAt: 2_000 };
let begun: User[];
beforeEach(() => {
  begun = [];
});
const providers = (me: User | null) => [
  provideRouter([{ path: '**', children: [] }]),
  signedInAs(me, { begin: (who: User) => begun.push(who) }),
];
const signInButton = () => screen.getByRole('button', { name: 'Sign in' });

describe('the page of a recovery link', () => {
  const opened = (me: User | null = null) =>
    render(RecoveryPage, { inputs: { token: `${'a'.repeat(43)}.` }, providers: providers(me) });

  it('signs in without a new password', async () => {
    server.accepts('recovery.preview', { user: bob, expiresAt: 2_000 });
    server.accepts('recovery.redeem', signedIn);
    await opened();
    await user.click(signInButton());
    await settled();
    expect(server.asked.at(-1)?.draft).not.toHaveProperty('newPassword');
    expect(begun).toEqual([bob]);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('sets a new password, which has to be long enough', async () => {
    server.accepts('recovery.preview', { user: bob, expiresAt: 2_000 });
    server.accepts('recovery.redeem', signedIn);
    await opened();
    await user.type(screen.getByLabelText('New password'), 'short{Enter}');
    expect(server.asked).toHaveLength(1);
    await user.type(screen.getByLabelText('New password'), ' but longer now{Enter}');
    expect(server.asked.at(-1)).toMatchObject({ draft: { newPassword: 'short but longer now' } });
  });

  it('offers to try again when the link cannot be checked', async () => {
    server.refuses('recovery.preview', 'The server is busy.');
    await opened();
    server.accepts('recovery.preview', { user: bob, expiresAt: 2_000 });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(signInButton()).toBeTruthy();
  });
});

describe('the page that a device code opens', () => {
  it('asks before it signs in', async () => {
    server.accepts('auth.device_code_redeem', signedIn);
    await render(DevicePage, { inputs: { code: 'ABCDE-FGHIJ' }, providers: providers(null) });
    expect(server.asked).toEqual([]);
    await user.click(signInButton());
    await settled();
    expect(server.asked).toMatchObject([{ draft: { code: 'abcdefgh1j' } }]);
    expect(begun).toEqual([bob]);
  });

  it('shows why the code does not work', async () => {
    server.refuses('auth.device_code_redeem', 'This code has expired.');
    await render(DevicePage, { inputs: { code: 'ABCDE-FGHIJ' }, providers: providers(null) });
    await user.click(signInButton());
    expect(screen.getByRole('alert').textContent).toBe('This code has expired.');
  });

  it('needs nothing from a user who is signed in', async () => {
    await render(DevicePage, { inputs: { code: 'ABCDE-FGHIJ' }, providers: providers(bob) });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
