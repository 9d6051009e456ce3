import { expect, it } from '@jest/globals';
import { page } from '../../platform/testing/page';
import { MessageActions } from './message-actions';

const { render, screen, user } = page();

it('the actions of a message are a named toolbar with a named button for each', async () => {
  const { emitted } = await render(MessageActions, { inputs: { actions: ['react', 'reply', 'unread'] } });

  expect(screen.getByRole('toolbar', { name: 'Message actions' })).toBeTruthy();
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
  expect(names).toEqual(['React', 'Reply', 'Mark as unread']);

  await user.click(screen.getByRole('button', { name: 'Reply' }));
  expect(emitted.chosen).toEqual(['reply']);
});
