import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, garden, peopleHere } from '../../client/testing/people';
import { enters, pressed } from '../../platform/testing/input-method';
import { page } from '../../platform/testing/page';
import { SearchBox } from './search-box';

const { render, screen, user } = page();

describe('the search box', () => {
  let searched: readonly string[];
  let left: readonly unknown[];
  beforeEach(async () => {
    const rooms = { provide: Rooms, useValue: { list: signal([garden]) } };
    const { emitted } = await render(SearchBox, { providers: [peopleHere(ada, bob), rooms] });
    ({ searched, left } = emitted);
  });
  const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' });
  const offered = () => screen.queryAllByRole('option').map((option) => option.querySelector('code')?.textContent);
  const chosen = () => screen.queryByRole('option', { selected: true })?.querySelector('code')?.textContent;

  it('searches at once on Enter', async () => {
    await user.type(box(), 'lost keys{Enter}');
    expect(searched).toEqual(['lost keys']);
  });

  it.each(enters)('does not search on Enter that composes a word: %s', async (_browser, enter) => {
    await user.type(box(), '鍵');
    pressed(box(), enter);
    expect(searched).toEqual([]);
  });

  it('clears itself and its search on Escape', async () => {
    await user.type(box(), 'lost keys{Enter}{Escape}');
    expect(searched).toEqual(['lost keys', '']);
    expect(box().value).toBe('');
  });

  it('suggests search operators while it has the focus', async () => {
    expect(offered()).toEqual([]);
    await user.click(box());
    expect(offered()).toContain('from:');
    await user.tab();
    expect(offered()).toEqual([]);
  });

  it('completes a person with the arrow keys and Enter', async () => {
    await user.type(box(), 'from:b');
    expect(offered()).toEqual(['from:bob']);
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe('from:bob');
    await user.keyboard('{Enter}');
    expect(box().value).toBe('from:bob ');
    expect(searched).toEqual([]);
  });

  it('waits for the value of an operator before it searches, but not on Enter', async () => {
    const beyondDebounce = () => new Promise((done) => setTimeout(done, 400));
    await user.type(box(), 'from:b');
    await beyondDebounce();
    expect(searched).toEqual([]);
    await user.type(box(), 'ob');
    await beyondDebounce();
    expect(searched).toEqual(['from:bob']);
    await user.type(box(), '{Backspace}{Enter}');
    expect(searched).toEqual(['from:bob', 'from:bo']);
  });

  it('completes a room with the pointer', async () => {
    await user.type(box(), 'in:gar');
    await user.click(screen.getByRole('option'));
    expect(box().value).toBe('in:garden ');
    expect(document.activeElement).toBe(box());
  });

  it('moves the focus to the results on the down arrow when it suggests nothing', async () => {
    await user.type(box(), 'lost keys{ArrowDown}');
    expect(left).toHaveLength(1);
  });
});
