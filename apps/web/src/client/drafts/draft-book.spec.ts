import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ada, bob, lobby } from '@devchitchat/contracts/testing';
import { DraftTabs, one, textIn, type Tab } from './testing/draft-tabs';

let browser: DraftTabs;

beforeEach(() => {
  browser = new DraftTabs();
});

afterEach(() => browser.close());

describe('drafts', () => {
  it('survive a reload, with the message they reply to', async () => {
    const tab = await browser.open();
    tab.book.answer(lobby, 7);
    tab.book.write(lobby, 'I was going to');
    await tab.save();
    const { book } = await browser.open();
    expect(book.shown(lobby)).toMatchObject({ text: 'I was going to', replyTo: 7, edits: null });
    expect([...book.rooms()]).toEqual([lobby]);
  });

  it('are one message from all tabs with the same text, and another message with another text', async () => {
    const [first, second] = [await browser.open(), await browser.open()];
    const idIn = ({ book }: Tab): string | undefined => book.shown(lobby)?.clientMsgId;
    first.book.write(lobby, 'once');
    await first.save();
    const id = idIn(first);
    expect(id).toBeDefined();
    expect([idIn(second), idIn(await browser.open())]).toEqual([id, id]);
    second.book.write(lobby, 'once more');
    expect([idIn(first), idIn(second) === id]).toEqual([id, false]);
    second.book.write(lobby, 'once');
    await second.save();
    expect(idIn(first)).toBe(idIn(second));
    expect(idIn(first)).not.toBe(id);
  });

  it('survive an unload before the disk has them, and do not return once sent', async () => {
    const tab = await browser.open();
    tab.book.write(lobby, 'kept by nobody yet');
    // The disk never receives the write.
    Object.assign(tab.cache.drafts, { save: () => new Promise(() => undefined) });
    tab.store.leave();
    expect(textIn(await browser.open())).toBe('kept by nobody yet');

    const next = await browser.open();
    await next.save();
    next.book.finish(lobby);
    Object.assign(next.cache.drafts, { remove: () => new Promise(() => undefined) });
    next.store.leave();
    expect(textIn(await browser.open())).toBe('');
  });

  it('survive the end of a session, and are hidden from other users', async () => {
    const tab = await browser.open();
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
    const reloaded = await browser.open();
    expect(textIn(reloaded)).toBe('mine');
    reloaded.me = bob;
    expect(textIn(reloaded)).toBe('his');
  });

  it('are deleted in every tab when their author signs out; those of other users stay', async () => {
    const [tab, second] = [await browser.open(), await browser.open()];
    tab.book.write(lobby, 'mine');
    tab.me = bob;
    tab.book.write(lobby, 'his');
    await tab.save();
    for (const { book } of [tab, second]) book.forget(ada);
    await tab.cache.forget(ada);
    await second.save();
    for (const each of [tab, second, await browser.open()]) {
      each.me = ada;
      expect(textIn(each)).toBe('');
      each.me = bob;
      expect(textIn(each)).toBe('his');
    }
  });
});
