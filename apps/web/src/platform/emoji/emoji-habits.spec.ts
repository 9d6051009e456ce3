import { beforeEach, describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import { EmojiHabits } from './emoji-habits';
import { forgetEmojiHabits } from './forget-emoji-habits';

page();

describe('the emoji habits of a person', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('survive a reload, the latest emoji first', () => {
    const before = new EmojiHabits('ada');
    for (const emoji of ['🥐', '🥖', '🥐']) before.use(emoji);
    before.chooseTone('🏽');
    const after = new EmojiHabits('ada');
    expect([after.recent(), after.tone()]).toEqual([['🥐', '🥖'], '🏽']);
  });

  it('belong to the person and not to the browser', () => {
    new EmojiHabits('ada').use('🥐');
    expect(new EmojiHabits('bob').recent()).toEqual([]);
  });

  it('offer three different quick reactions, whatever was used', () => {
    const habits = new EmojiHabits('ada');
    expect(habits.quick()).toEqual(['👍', '❤️', '😂']);
    habits.use('❤️');
    habits.use('🐙');
    expect(habits.quick()).toEqual(['🐙', '❤️', '👍']);
  });

  it('offer a quick reaction in the skin tone in which it was used last', () => {
    const habits = new EmojiHabits('ada');
    habits.use('👍', '👍🏽');
    habits.use('🐙');
    habits.repeat('👍🏽');
    expect([habits.quick()[0], habits.recent()]).toEqual(['👍🏽', ['👍', '🐙']]);
    habits.use('👍');
    expect(new EmojiHabits('ada').quick()[0]).toBe('👍');
  });

  it('leave nothing on the device once they are forgotten', () => {
    const habits = new EmojiHabits('ada');
    habits.use('🐙');
    habits.chooseTone('🏿');
    forgetEmojiHabits('ada');
    expect(localStorage).toHaveLength(0);
  });
});
