import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { ada, bob, lobby } from '@devchitchat/contracts/testing';
import { DraftTabs, one, other, textIn } from './testing/draft-tabs';

const elsewhere = 'r_elsewhere' as RoomId;

let browser: DraftTabs;

beforeEach(() => {
  browser = new DraftTabs();
});

afterEach(() => browser.close());

describe('drafts', () => {
  it('of an edit return after another user edited and signed out', async () => {
    const tab = await browser.open();
    tab.book.edit(one);
    tab.book.write(lobby, 'one, better');
    tab.me = bob;
    tab.book.edit(other);
    tab.book.write(lobby, 'his');
    tab.book.forget(bob);
    tab.me = ada;
    expect(tab.book.shown(lobby)).toMatchObject({ text: 'one, better', edits: { msgId: one.msgId } });
  });

  describe('of an edit', () => {
    it('return after another room, a reload and another edit', async () => {
      const tab = await browser.open();
      tab.book.write(lobby, 'a new message');
      tab.book.edit(one);
      tab.book.write(lobby, 'one, better');
      expect(textIn(tab, elsewhere)).toBe('');
      tab.book.edit(other);
      tab.book.write(lobby, 'other, better');
      await tab.save();

      const reloaded = await browser.open();
      expect(reloaded.book.shown(lobby)).toMatchObject({ text: 'other, better', edits: { msgId: other.msgId } });
      reloaded.book.edit(one);
      expect(textIn(reloaded)).toBe('one, better');
      reloaded.book.finish(lobby);
      expect(textIn(reloaded)).toBe('a new message');
      reloaded.book.edit(one);
      expect(textIn(reloaded)).toBe('one');
      reloaded.book.edit(other);
      expect(textIn(reloaded)).toBe('other, better');
    });

    it('keep the revision that their author saw', async () => {
      const { book } = await browser.open();
      book.edit(one);
      book.write(lobby, 'one, better');
      book.answer(lobby, 2);
      book.edit({ ...one, revision: 5, text: 'changed on another device' });
      expect(book.shown(lobby)).toMatchObject({ text: 'one, better', edits: { revision: 0 } });
    });

    it('do not count while the user typed nothing', async () => {
      const { book } = await browser.open();
      book.edit(one);
      expect([...book.rooms()]).toEqual([]);
      book.edit(other);
      book.finish(lobby);
      expect(book.shown(lobby)).toMatchObject({ edits: null, text: '' });
    });

    it('may be empty for a while', async () => {
      const tab = await browser.open();
      tab.book.edit(one);
      tab.book.write(lobby, '');
      await tab.save();
      expect((await browser.open()).book.shown(lobby)).toMatchObject({ text: '', edits: { msgId: one.msgId } });
    });

    it('give way to a reply, which returns after the edit', async () => {
      const { book } = await browser.open();
      book.answer(lobby, 7);
      book.edit(one);
      expect(book.shown(lobby)).toMatchObject({ edits: { msgId: one.msgId } });
      book.finish(lobby);
      expect(book.shown(lobby)).toMatchObject({ replyTo: 7 });
    });
  });
});
