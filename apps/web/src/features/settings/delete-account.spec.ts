import { beforeEach, describe, expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { ada, bob, cyd, peopleHere, signedInAs } from '../../client/testing/people';
import { scriptedHttp } from '../../client/testing/scripted-http';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { DeleteAccount } from './delete-account';

const { render, screen, user } = page();
const server = scriptedHttp();

describe('the dialog that deletes an account', () => {
  let router: RecordingRouter;
  let forgotten: number;
  beforeEach(() => {
    router = new RecordingRouter();
    forgotten = 0;
  });
  const opened = (me: User, ...others: readonly User[]) =>
    render(DeleteAccount, {
      providers: [router.provider, peopleHere(me, ...others), signedInAs(me, { forget: () => (forgotten += 1) })],
    });
  const typeHandle = (handle: string) => user.type(screen.getByRole('textbox', { name: 'Your handle' }), handle);
  const deleteButton = () => screen.getByRole('button', { name: 'Delete my account' });

  it('does nothing until the handle is typed', async () => {
    await opened(bob, ada);
    expect(deleteButton().getAttribute('aria-disabled')).toBe('true');
    await typeHandle('bo');
    await user.click(deleteButton());
    expect(server.asked).toEqual([]);
  });

  it("keeps the messages by default, and then deletes the user's data here", async () => {
    server.accepts('auth.account_delete', {});
    await opened(bob, ada);
    await typeHandle('@Bob');
    await user.click(deleteButton());
    expect(server.asked).toEqual([{ name: 'auth.account_delete', draft: { words: 'keep' } }]);
    expect(router.visited).toEqual(['/goodbye']);
    expect(forgotten).toBe(1);
  });

  it('erases the messages when the user chooses that, with the password as proof', async () => {
    server.accepts('auth.account_delete', {});
    await opened(bob, ada);
    await user.click(screen.getByRole('radio', { name: /all my messages/ }));
    await user.type(screen.getByLabelText('Password'), 'correct horse battery');
    await typeHandle('bob');
    await user.click(deleteButton());
    expect(server.asked[0]?.draft).toEqual({ words: 'erase', password: 'correct horse battery' });
  });

  it('asks the only admin for an active successor who is not a bot', async () => {
    server.accepts('auth.account_delete', {});
    await opened(ada, bob, { ...cyd, active: false });
    await typeHandle('ada');
    expect(deleteButton().getAttribute('aria-disabled')).toBe('true');

    const successor = screen.getByRole<HTMLSelectElement>('combobox', { name: 'New admin' });
    expect([...successor.options].map(({ value }) => value)).toEqual(['', bob.userId]);
    await user.selectOptions(successor, bob.userId);
    await user.click(deleteButton());
    expect(server.asked[0]?.draft).toEqual({ words: 'keep', successor: bob.userId });
  });

  it('says why the server refused, and keeps the person signed in', async () => {
    server.refuses('auth.account_delete', "That's not your password.");
    await opened(bob, ada);
    await typeHandle('bob{Enter}');
    expect(screen.getByText("That's not your password.")).toBeTruthy();
    expect(forgotten).toBe(0);
  });
});
