import { expect, it } from '@jest/globals';
import { sourcesIn } from '../language/testing/sources';
import { enters, pressed } from '../testing/input-method';
import { page } from '../testing/page';
import { isForInputMethod } from './input-method';

page();

it.each(enters)('Enter that ends a composition belongs to the input method: %s', (_browser, enter) => {
  expect(isForInputMethod(pressed(document.body, enter))).toBe(true);
});

it('other keys belong to the page', () => {
  for (const key of ['Enter', 'a', 'Escape', 'ArrowUp'])
    expect(isForInputMethod(new KeyboardEvent('keydown', { key }))).toBe(false);
});

it('no file acts on Enter without asking whose key it is', () => {
  const acting = sourcesIn(`${import.meta.dirname}/../..`, ['.ts', '.html']).filter(({ text }) =>
    /=== 'Enter'|case 'Enter'|keydown\.enter|keyup|keypress|\.isComposing/i.test(text),
  );
  const unasked = acting.filter(({ path, text }) => !text.includes('isForInputMethod') && !askedBy.has(path));
  expect(unasked.map(({ path }) => path)).toEqual([]);
});

/** Lists that get the keys of a field, which asks first. */
const askedBy = new Set([
  'features/composer/emoji-offers.ts',
  'features/composer/mention-offers.ts',
  'features/search/search-suggestions.ts',
]);
