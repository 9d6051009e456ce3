import { beforeEach, describe, expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { bob, signedInAs } from '../../client/testing/people';
import { scriptedHttp } from '../../client/testing/scripted-http';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { SignInPage } from './sign-in-page';

const { render, screen, user } = page();
const server = scriptedHttp();

const signedIn = { user: bob, sessionToken: 'secret', expiresAt: 2_000 };

describe('the sign-in page', () => {
  let router: RecordingRouter;
  let begun: User[];
  beforeEach(() => {
    router = new RecordingRouter();
    begun = [];
  });
  const opened = (to?: string) =>
    render(SignInPage, {
      inputs: to === undefined ? {} : { to },
      providers: [router.provider, signedInAs(null, { begin: (who: User) => begun.push(who) })],
    });
  const signIn = async (password: string) => {
    await user.type(screen.getByRole('textbox', { name: 'Handle' }), 'bob');
    await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
  };

  it('signs in with a password, and goes to the requested page', async () => {
    server.accepts('auth.sign_in', signedIn);
    await opened('/room/r_garden');
    await signIn('correct horse battery');
    expect(server.asked).toEqual([
      {
        name: 'auth.sign_in',
        draft: expect.objectContaining({ handle: 'bob', password: 'correct horse battery' }) as object,
      },
    ]);
    expect(begun).toEqual([bob]);
    expect(router.visited).toEqual(['/room/r_garden']);
  });

  it('goes on at once for someone who is signed in already', async () => {
    await render(SignInPage, { inputs: { to: '/settings' }, providers: [router.provider, signedInAs(bob)] });
    expect(router.visited).toEqual(['/settings']);
  });

  it('tells a locked-out operator the command for their handle, also in containers', async () => {
    await opened();
    await user.type(screen.getByRole('textbox', { name: 'Handle' }), 'bob');
    await user.click(screen.getByText('You run this server?'));
    expect(screen.getByText('npm run admin -- recover bob')).toBeTruthy();
    expect(screen.getByText(/^docker compose exec gateway .* recover bob$/)).toBeTruthy();
  });

  it('shows a refusal below the password', async () => {
    server.refuses('auth.sign_in', 'Handle or password is wrong.');
    await opened();
    await signIn('a guess');
    const password = screen.getByLabelText('Password');
    expect(document.getElementById(password.getAttribute('aria-describedby')!)?.textContent).toBe(
      'Handle or password is wrong.',
    );
    expect([begun, router.visited]).toEqual([[], []]);
  });

  it('asks again with the same words after a refusal, since the cause may be gone', async () => {
    server.refuses('auth.sign_in', 'The server is busy.');
    await opened();
    await signIn('correct horse battery');
    server.accepts('auth.sign_in', signedIn);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect([begun, server.asked.length]).toEqual([[bob], 2]);
  });

  it('asks again with a corrected handle and the same password', async () => {
    server.refuses('auth.sign_in', 'Handle or password is wrong.');
    await opened();
    await signIn('correct horse battery');
    server.accepts('auth.sign_in', signedIn);
    await user.type(screen.getByRole('textbox', { name: 'Handle' }), 'by{Enter}');
    expect(server.asked.at(-1)).toMatchObject({ draft: { handle: 'bobby', password: 'correct horse battery' } });
    expect(begun).toEqual([bob]);
  });

  it('sends nothing while a field is empty', async () => {
    await opened();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await user.click(screen.getByRole('button', { name: 'Use the code' }));
    expect(server.asked).toEqual([]);
  });

  it('signs in with the code of another device', async () => {
    server.accepts('auth.device_code_redeem', signedIn);
    await opened();
    await user.type(screen.getByRole('textbox', { name: 'Code' }), 'ABCDE-FGHIJ{Enter}');
    expect(server.asked[0]).toMatchObject({ name: 'auth.device_code_redeem', draft: { code: 'ABCDE-FGHIJ' } });
    expect(router.visited).toEqual(['/']);
  });
});
