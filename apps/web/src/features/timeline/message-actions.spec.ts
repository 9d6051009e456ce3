import { expect, it } from '@jest/globals';
import { EmojiHabits } from '../../platform/emoji/emoji-habits';
import { page } from '../../platform/testing/page';
import { MessageActions } from './message-actions';

const { render, screen, user } = page();

const usual = () => ({ provide: EmojiHabits, useFactory: () => new EmojiHabits('ada') });

it('the actions of a message are a named toolbar with a named button for each', async () => {
  const { emitted } = await render(MessageActions, {
    inputs: { actions: ['react', 'reply', 'unread'] },
    providers: [usual()],
  });

  expect(screen.getByRole('toolbar', { name: 'Message actions' })).toBeTruthy();
  const names = screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent.trim());
  expect(names).toEqual(['👍', '❤️', '😂', 'React', 'Reply', 'Mark as unread']);

  await user.click(screen.getByRole('button', { name: 'Reply' }));
  expect(emitted.chosen).toEqual(['reply']);
});

it('the quick reactions are those that the reader used last', async () => {
  localStorage.clear();
  for (const emoji of ['🐙', '❤️']) new EmojiHabits('ada').use(emoji);
  const { emitted } = await render(MessageActions, { inputs: { actions: [] }, providers: [usual()] });
  expect(screen.getAllByRole('button').map((button) => button.textContent.trim())).toEqual(['❤️', '🐙', '👍']);
  await user.click(screen.getByRole('button', { name: '👍' }));
  expect(emitted.reacted).toEqual(['👍']);
  expect(new EmojiHabits('ada').quick()).toEqual(['👍', '❤️', '🐙']);
});
