import { computed, signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import type { Emoji, EmojiGroup } from './emoji';
import { EmojiCatalogue } from './emoji-catalogue';
import { EmojiHabits } from './emoji-habits';
import { EmojiPicker } from './emoji-picker';

const { render, screen, settled, user } = page();

const emoji = (sign: string, name: string, toned: string | null = null): Emoji => ({
  emoji: sign,
  name,
  words: `:${name.replaceAll(' ', '_')}`,
  toned,
});
const food: EmojiGroup = { name: 'Food', emojis: [emoji('🥐', 'croissant'), emoji('🥖', 'baguette')] };
const hands: EmojiGroup = { name: 'Hands', emojis: [emoji('🤞', 'crossed fingers', '🤞*')] };

describe('the emoji picker', () => {
  const state = signal<readonly EmojiGroup[] | 'loading' | 'failed'>('loading');
  let loads: number;
  beforeEach(() => {
    localStorage.clear();
    state.set([food, hands]);
    loads = 0;
  });
  const opened = () => {
    const groups = computed(() => (typeof state() === 'string' ? [] : (state() as readonly EmojiGroup[])));
    return render(EmojiPicker, {
      providers: [
        { provide: EmojiHabits, useFactory: habits },
        {
          provide: EmojiCatalogue,
          useValue: {
            isLoading: () => state() === 'loading',
            hasFailed: () => state() === 'failed',
            groups,
            all: computed(() => groups().flatMap(({ emojis }) => emojis)),
            known: (sign: string) => emoji(sign, sign),
            load: () => (loads += 1),
          },
        },
      ],
    });
  };
  const habits = () => new EmojiHabits('ada');
  const field = () => screen.getByRole('searchbox');
  const cell = (name: string) => screen.getByRole('button', { name });
  const tone = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

  it('emits the emoji that is clicked, and offers it first the next time', async () => {
    const { emitted } = await opened();
    await user.click(cell('croissant'));
    expect(emitted.chosen).toEqual(['🥐']);
    expect(habits().recent()).toEqual(['🥐']);
  });

  it('offers what was used before in front of everything else', async () => {
    habits().use('🥖');
    await opened();
    expect(document.querySelector('[data-at="0"]')?.textContent.trim()).toBe('🥖');
  });

  it('finds emoji by name and takes the first one with Enter', async () => {
    const { emitted } = await opened();
    await user.type(field(), 'bagu');
    expect(screen.queryByRole('button', { name: 'croissant' })).toBeNull();
    expect(cell('baguette')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(emitted.chosen).toEqual(['🥖']);
  });

  it('takes the first one with Enter also where the emoji come later', async () => {
    state.set('loading');
    const { emitted } = await opened();
    await user.type(field(), 'bagu{Enter}');
    expect(emitted.chosen).toEqual([]);
    state.set([food, hands]);
    await settled();
    expect(emitted.chosen).toEqual(['🥖']);
  });

  it('says that it found none, and takes none with Enter', async () => {
    const { emitted } = await opened();
    await user.type(field(), 'zzzz{Enter}');
    expect(screen.getByRole('status')).toBeTruthy();
    expect(emitted.chosen).toEqual([]);
  });

  it('offers popular emoji while the others load', async () => {
    state.set('loading');
    const { emitted } = await opened();
    expect(screen.getByRole('status')).toBeTruthy();
    await user.click(cell('👍'));
    expect(emitted.chosen).toEqual(['👍']);
  });

  it('offers popular emoji and a retry where the others could not be loaded', async () => {
    state.set('failed');
    await opened();
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(cell('👍')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(loads).toBe(1);
  });

  it('emits emoji in the skin tone that is chosen, and keeps the tone for the person', async () => {
    const { emitted } = await opened();
    await user.click(tone('Dark skin tone'));
    await user.click(cell('crossed fingers'));
    await user.click(cell('croissant'));
    expect(emitted.chosen).toEqual(['🤞🏿', '🥐']);
    expect(habits().recent()).toEqual(['🥐', '🤞']);
    expect(habits().tone()).toBe('🏿');
  });

  it('starts with the skin tone of the person', async () => {
    habits().chooseTone('🏿');
    await opened();
    expect(tone('Dark skin tone').checked).toBe(true);
  });

  it('goes from the field into the grid with the arrow keys, and back to the field with a letter', async () => {
    await opened();
    await user.type(field(), 'croi');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(cell('croissant'));
    await user.keyboard('x');
    expect(document.activeElement).toBe(field());
  });

  it('shows a group, and ends a search for that', async () => {
    await opened();
    await user.type(field(), 'croi');
    await user.click(cell('Hands'));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    expect(cell('Hands').getAttribute('aria-current')).toBe('true');
    expect(cell('crossed fingers').tabIndex).toBe(0);
    expect(cell('croissant').tabIndex).toBe(-1);
  });
});
