import { beforeEach, describe, expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { Directs } from '../client/directs/directs';
import { ada, bob, garden, peopleHere, signedInAs } from '../client/testing/people';
import { page } from '../platform/testing/page';
import { RecordingRouter } from '../platform/testing/recording-router';
import { PersonCard } from './person-card';

const { render, screen, user } = page();

describe('the card of a person', () => {
  let router: RecordingRouter;
  beforeEach(() => {
    router = new RecordingRouter();
  });
  const opened = (who: User, answer: object = { ok: true, value: garden.roomId }) =>
    render(PersonCard, {
      inputs: { userId: who.userId },
      providers: [
        router.provider,
        signedInAs(ada),
        peopleHere(ada, who),
        { provide: Directs, useValue: { open: () => Promise.resolve(answer) } },
      ],
    });

  it('shows their names, and leads to the conversation with them', async () => {
    const { emitted } = await opened(bob);
    expect(screen.getByRole('dialog', { name: 'Profile of Bob' }).textContent).toContain('@bob');
    await user.click(screen.getByRole('button', { name: 'Message' }));
    expect(emitted.closed).toHaveLength(1);
    expect(router.visited).toEqual([`/room/${garden.roomId}`]);
  });

  it('shows what they say about themselves, line by line', async () => {
    await opened({ ...bob, pronouns: 'they/them', bio: 'Keeps bees.\nAsk me.', picture: '5f2c9a0e71b3d846' });
    const card = screen.getByRole('dialog', { name: 'Profile of Bob' });
    expect(card.textContent).toContain('they/them');
    expect(screen.getByText(/Keeps bees/).textContent).toBe('Keeps bees.\nAsk me.');
    expect(card.querySelectorAll('img')).toHaveLength(1);
  });

  it("offers notes to self instead of a conversation on the user's own card", async () => {
    await opened(ada);
    expect(screen.getByRole('button', { name: 'Notes to self' })).toBeTruthy();
  });

  it('offers no conversation with a disabled account', async () => {
    await opened({ ...bob, active: false, disabled: true });
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Close']);
  });

  it('shows why no conversation could be opened', async () => {
    await opened(bob, { ok: false, error: { message: 'You opened too many today.' } });
    await user.click(screen.getByRole('button', { name: 'Message' }));
    expect(screen.getByRole('alert').textContent).toBe('You opened too many today.');
    expect(router.visited).toEqual([]);
  });
});
