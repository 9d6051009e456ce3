import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, RoomId, UserId } from '@devchitchat/contracts';
import { ada, bob, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { IDBFactory } from 'fake-indexeddb';
import { Cache } from '../cache/cache';
import { keepLocally } from '../../platform/browser/local-store';
import { DraftBook } from './draft-book';
import { DraftStore, type DraftNews } from './draft-store';

const elsewhere = 'r_elsewhere' as RoomId;
const [one, other] = new RoomLog(1_000).said(ada, 'one').said(ada, 'other').latest.messages as [Message, Message];

/** Resolves when the disk has the earlier writes, because its transactions run in order. */
const written = (cache: Cache): Promise<unknown> => cache.values.set('epoch', 'x');

interface Tab {
  readonly book: DraftBook;
  readonly store: DraftStore;
  readonly cache: Cache;
  /** The signed-in user. */
  me: UserId | undefined;
  /** Sends pending news to the other tabs. */
  save(): Promise<void>;
}

describe('drafts', () => {
  let tabs: Tab[] = [];

  /** @param hears false for a tab that is frozen */
  async function newTab(hears = (): boolean => true): Promise<Tab> {
    const cache = await Cache.open({ openMs: 60_000, callMs: 60_000 });
    const tab = { me: ada, cache } as Tab & { book: DraftBook; store: DraftStore; save(): Promise<void> };
    const tell = (news: DraftNews): void => {
      for (const listener of tabs)
        if (listener !== tab && listening.get(listener)?.()) listener.store.hear(structuredClone(news));
    };
    const store = new DraftStore(cache.drafts, tell);
    const book = new DraftBook(store, () => tab.me);
    Object.assign(tab, {
      book,
      store,
      save: async () => {
        store.save();
        await written(cache);
      },
    });
    listening.set(tab, hears);
    tabs.push(tab);
    await book.recall();
    return tab;
  }
  const listening = new Map<Tab, () => boolean>();
  const textIn = ({ book }: Tab, roomId: RoomId = lobby): string | undefined => book.shown(roomId)?.text;

  beforeEach(() => {
    keepLocally('devchitchat begun', null);
    globalThis.indexedDB = new IDBFactory();
  });

  afterEach(() => {
    for (const { cache, store } of tabs) {
      store.save();
      cache.close();
    }
    tabs = [];
    listening.clear();
  });

  it('survive a reload, with the message they reply to', async () => {
    const tab = await newTab();
    tab.book.answer(lobby, 7);
    tab.book.write(lobby, 'I was going to');
    await tab.save();
    const { book } = await newTab();
    expect(book.shown(lobby)).toMatchObject({ text: 'I was going to', replyTo: 7, edits: null });
    expect([...book.rooms()]).toEqual([lobby]);
  });

  it('are one message from all tabs with the same text, and another message with another text', async () => {
    const [first, second] = [await newTab(), await newTab()];
    const idIn = ({ book }: Tab): string | undefined => book.shown(lobby)?.clientMsgId;
    first.book.write(lobby, 'once');
    await first.save();
    const id = idIn(first);
    expect(id).toBeDefined();
    expect([idIn(second), idIn(await newTab())]).toEqual([id, id]);
    second.book.write(lobby, 'once more');
    expect([idIn(first), idIn(second) === id]).toEqual([id, false]);
    second.book.write(lobby, 'once');
    await second.save();
    expect(idIn(first)).toBe(idIn(second));
    expect(idIn(first)).not.toBe(id);
  });

  it('survive an unload before the disk has them, and do not return once sent', async () => {
    const tab = await newTab();
    tab.book.write(lobby, 'kept by nobody yet');
    // The disk never receives the write.
    Object.assign(tab.cache.drafts, { save: () => new Promise(() => undefined) });
    tab.store.leave();
    expect(textIn(await newTab())).toBe('kept by nobody yet');

    const next = await newTab();
    await next.save();
    next.book.finish(lobby);
    Object.assign(next.cache.drafts, { remove: () => new Promise(() => undefined) });
    next.store.leave();
    expect(textIn(await newTab())).toBe('');
  });

  it('survive the end of a session, and are hidden from other users', async () => {
    const tab = await newTab();
    tab.book.write(lobby, 'mine');
    tab.book.edit(one);
    tab.book.write(lobby, 'mine too');
    tab.me = undefined;
    expect(tab.book.shown(lobby)).toBeNull();
    tab.book.write(lobby, 'nobody writes this');
    tab.me = bob;
    expect([textIn(tab), [...tab.book.rooms()]]).toEqual(['', []]);
    tab.book.write(lobby, 'his');
    tab.me = ada;
    expect(textIn(tab)).toBe('mine too');
    tab.book.finish(lobby);
    expect(textIn(tab)).toBe('mine');

    await tab.save();
    const reloaded = await newTab();
    expect(textIn(reloaded)).toBe('mine');
    reloaded.me = bob;
    expect(textIn(reloaded)).toBe('his');
  });

  it('of an edit return after another user edited and signed out', async () => {
    const tab = await newTab();
    tab.book.edit(one);
    tab.book.write(lobby, 'one, better');
    tab.me = bob;
    tab.book.edit(other);
    tab.book.write(lobby, 'his');
    tab.book.forget(bob);
    tab.me = ada;
    expect(tab.book.shown(lobby)).toMatchObject({ text: 'one, better', edits: { msgId: one.msgId } });
  });

  it('are deleted in every tab when their author signs out; those of other users stay', async () => {
    const [tab, second] = [await newTab(), await newTab()];
    tab.book.write(lobby, 'mine');
    tab.me = bob;
    tab.book.write(lobby, 'his');
    await tab.save();
    for (const { book } of [tab, second]) book.forget(ada);
    await tab.cache.forget(ada);
    await second.save();
    for (const each of [tab, second, await newTab()]) {
      each.me = ada;
      expect(textIn(each)).toBe('');
      each.me = bob;
      expect(textIn(each)).toBe('his');
    }
  });

  describe('of an edit', () => {
    it('return after another room, a reload and another edit', async () => {
      const tab = await newTab();
      tab.book.write(lobby, 'a new message');
      tab.book.edit(one);
      tab.book.write(lobby, 'one, better');
      expect(textIn(tab, elsewhere)).toBe('');
      tab.book.edit(other);
      tab.book.write(lobby, 'other, better');
      await tab.save();

      const reloaded = await newTab();
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
      const { book } = await newTab();
      book.edit(one);
      book.write(lobby, 'one, better');
      book.answer(lobby, 2);
      book.edit({ ...one, revision: 5, text: 'changed on another device' });
      expect(book.shown(lobby)).toMatchObject({ text: 'one, better', edits: { revision: 0 } });
    });

    it('do not count while the user typed nothing', async () => {
      const { book } = await newTab();
      book.edit(one);
      expect([...book.rooms()]).toEqual([]);
      book.edit(other);
      book.finish(lobby);
      expect(book.shown(lobby)).toMatchObject({ edits: null, text: '' });
    });

    it('may be empty for a while', async () => {
      const tab = await newTab();
      tab.book.edit(one);
      tab.book.write(lobby, '');
      await tab.save();
      expect((await newTab()).book.shown(lobby)).toMatchObject({ text: '', edits: { msgId: one.msgId } });
    });

    it('give way to a reply, which returns after the edit', async () => {
      const { book } = await newTab();
      book.answer(lobby, 7);
      book.edit(one);
      expect(book.shown(lobby)).toMatchObject({ edits: { msgId: one.msgId } });
      book.finish(lobby);
      expect(book.shown(lobby)).toMatchObject({ replyTo: 7 });
    });
  });

  describe('in two tabs', () => {
    it('are equal, and removed from both when one tab sends them', async () => {
      const [first, second] = [await newTab(), await newTab()];
      first.book.write(lobby, 'hel');
      await first.save();
      expect(textIn(second)).toBe('hel');
      first.book.write(lobby, 'hello');
      first.book.finish(lobby);
      await written(first.cache);
      expect([textIn(first), textIn(second), textIn(await newTab())]).toEqual(['', '', '']);
    });

    it('leave the text alone that the user types in the other tab', async () => {
      const [first, second] = [await newTab(), await newTab()];
      first.book.write(lobby, 'hello');
      await first.save();
      second.book.write(lobby, 'hello there');
      first.book.finish(lobby);
      expect([textIn(first), textIn(second)]).toEqual(['', 'hello there']);
      await second.save();
      expect(textIn(await newTab())).toBe('hello there');
    });

    it('do not overwrite each other if the user typed in both tabs at once', async () => {
      const [first, second] = [await newTab(), await newTab()];
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
      expect([textIn(second), textIn(await newTab())]).toEqual(['there!', 'there!']);
    });

    it('are equal again when a frozen tab becomes visible', async () => {
      const [first, second] = [await newTab(), await newTab(() => false)];
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
      const tab = await newTab();
      tab.book.write(lobby, 'hello');
      await tab.save();
      tab.cache.close();
      await tab.book.recall();
      expect(textIn(tab)).toBe('hello');
    });
  });

  it('lose no text and restore none, whatever two tabs do', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      globalThis.indexedDB = new IDBFactory();
      let state = seed * 2_654_435_761;
      const dice = (sides: number): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
      };
      const pair = [await newTab(), await newTab()] as const;
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
      expect([seed, textIn(await newTab())]).toEqual([seed, '']);
      for (const { cache } of tabs) cache.close();
      tabs = [];
      listening.clear();
    }
  });
});
