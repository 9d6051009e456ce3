import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lobby } from '@devchitchat/contracts/testing';
import { DraftTabs, textIn, written } from './testing/draft-tabs';

let browser: DraftTabs;

beforeEach(() => {
  browser = new DraftTabs();
});

afterEach(() => browser.close());

describe('drafts', () => {
  describe('in two tabs', () => {
    it('are equal, and removed from both when one tab sends them', async () => {
      const [first, second] = [await browser.open(), await browser.open()];
      first.book.write(lobby, 'hel');
      await first.save();
      expect(textIn(second)).toBe('hel');
      first.book.write(lobby, 'hello');
      first.book.finish(lobby);
      await written(first.cache);
      expect([textIn(first), textIn(second), textIn(await browser.open())]).toEqual(['', '', '']);
    });

    it('leave the text alone that the user types in the other tab', async () => {
      const [first, second] = [await browser.open(), await browser.open()];
      first.book.write(lobby, 'hello');
      await first.save();
      second.book.write(lobby, 'hello there');
      first.book.finish(lobby);
      expect([textIn(first), textIn(second)]).toEqual(['', 'hello there']);
      await second.save();
      expect(textIn(await browser.open())).toBe('hello there');
    });

    it('do not overwrite each other if the user typed in both tabs at once', async () => {
      const [first, second] = [await browser.open(), await browser.open()];
      first.book.write(lobby, 'here');
      second.book.write(lobby, 'there');
      await first.save();
      await second.save();
      await first.save();
      second.book.write(lobby, 'there!');
      await second.save();
      expect([textIn(first), textIn(second)]).toEqual(['here', 'there!']);
      first.book.finish(lobby);
      await second.save();
      expect([textIn(second), textIn(await browser.open())]).toEqual(['there!', 'there!']);
    });

    it('are equal again when a frozen tab becomes visible', async () => {
      const [first, second] = [await browser.open(), await browser.open(() => false)];
      first.book.write(lobby, 'hello');
      await first.save();
      await second.book.recall();
      expect(textIn(second)).toBe('hello');
      first.book.finish(lobby);
      await written(first.cache);
      await second.book.recall();
      expect(textIn(second)).toBe('');
    });

    it('stay unchanged if the disk cannot be read', async () => {
      const tab = await browser.open();
      tab.book.write(lobby, 'hello');
      await tab.save();
      tab.cache.close();
      await tab.book.recall();
      expect(textIn(tab)).toBe('hello');
    });
  });

  it('lose no text and restore none, whatever two tabs do', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      browser = new DraftTabs();
      let state = seed * 2_654_435_761;
      const dice = (sides: number): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
      };
      const pair = [await browser.open(), await browser.open()] as const;
      // The last text each user typed in their tab, or `null` if it was sent.
      const typed: (string | null)[] = [null, null];
      for (let step = 0; step < 12; step++) {
        const at = dice(2);
        const tab = pair[at]!;
        const action = dice(4);
        if (action < 2) tab.book.write(lobby, (typed[at] = `${textIn(tab) ?? ''}${String(at)}`));
        else if (action === 2) await tab.save();
        else {
          tab.book.finish(lobby);
          typed[at] = null;
          await written(tab.cache);
          expect([seed, step, textIn(tab)]).toEqual([seed, step, '']);
        }
        // Only sending removes a text typed here, and the other tab sends only the text it shows.
        const mine = typed[at];
        if (action < 3 && mine !== null)
          expect([seed, step, (textIn(tab) ?? '').startsWith(mine ?? '')]).toEqual([seed, step, true]);
      }
      for (const tab of pair) await tab.save();
      for (const tab of pair) tab.book.finish(lobby);
      for (const tab of pair) await tab.save();
      for (const tab of pair) await written(tab.cache);
      expect([seed, textIn(await browser.open())]).toEqual([seed, '']);
      browser.close();
    }
  });
});
