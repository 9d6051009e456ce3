import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits, type UserId } from '@devchitchat/contracts';
import { Directs } from '../../client/directs/directs';
import { ada, bob, cyd, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { NewMessage } from './new-message';

const { render, screen, user } = page();

describe('the dialog that starts a conversation', () => {
  let router: RecordingRouter;
  let openedWith: (readonly UserId[])[];
  beforeEach(() => {
    router = new RecordingRouter();
    openedWith = [];
  });
  const others = Array.from({ length: limits.peoplePerDirect }, (_, at) => ({
    ...cyd,
    userId: `u_${String(at).padStart(16, '0')}` as UserId,
    handle: `other-${String(at)}`,
    displayName: `Other ${String(at)}`,
  }));
  const opened = (answer: object = { ok: true, value: garden.roomId }, people = [ada, bob, cyd]) => {
    const open = (whom: readonly UserId[]) => {
      openedWith.push(whom);
      return Promise.resolve(answer);
    };
    const directs = { provide: Directs, useValue: { open } };
    return render(NewMessage, { providers: [router.provider, directs, signedInAs(ada), peopleHere(...people)] });
  };
  const openButton = () => screen.getByRole('button', { name: 'Open conversation' });
  const choose = (name: string) => user.click(screen.getByRole('checkbox', { name }));

  it('opens a conversation with everyone chosen, and goes there', async () => {
    const { emitted } = await opened();
    await choose('Bob');
    await choose('Cyd');
    await user.click(openButton());
    expect(openedWith).toEqual([[bob.userId, cyd.userId]]);
    expect(emitted.closed).toHaveLength(1);
    expect(router.visited).toEqual([`/room/${garden.roomId}`]);
  });

  it('opens nothing before a person is chosen', async () => {
    await opened();
    await choose('Bob');
    await choose('Bob');
    expect(openButton().getAttribute('aria-disabled')).toBe('true');
    await user.click(openButton());
    expect(openedWith).toEqual([]);
  });

  it('keeps the choice during another search', async () => {
    await opened();
    await choose('Bob');
    await user.type(screen.getByRole('textbox', { name: 'To' }), 'cyd');
    expect(screen.queryByRole('checkbox', { name: 'Bob' })).toBeNull();
    await choose('Cyd');
    await user.click(openButton());
    expect(openedWith).toEqual([[bob.userId, cyd.userId]]);
  });

  it('refuses more people than the limit', async () => {
    await opened(undefined, [ada, ...others]);
    for (const { displayName } of others.slice(1)) await choose(displayName);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Other 0' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Other 1' }).disabled).toBe(false);
  });

  it('shows why it could not be opened', async () => {
    const { emitted } = await opened({ ok: false, error: { message: 'Bob deactivated their account.' } });
    await choose('Bob');
    await user.click(openButton());
    expect(screen.getByText('Bob deactivated their account.')).toBeTruthy();
    expect(emitted.closed).toEqual([]);
  });
});
