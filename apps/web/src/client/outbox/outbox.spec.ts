import { describe, expect, it, jest } from '@jest/globals';
import type { ClientFileId, ClientMsgId } from '@devchitchat/contracts';
import { ada, bob, lobby } from '@devchitchat/contracts/testing';
import { Cache } from '../cache/cache';
import type { Outbox } from './outbox';
import { long, message, OutboxPage, outboxPage } from './testing/outbox-page';

describe('the outbox', () => {
  const opened = outboxPage();

  it('holds an entry at once, and the disk a moment later', async () => {
    expect(opened.page.outbox.compose(lobby, 'hello')).toBe(true);
    expect(opened.page.texts).toEqual(['hello']);
    await opened.page.settle();
    const next = new OutboxPage(opened.page.cache);
    await next.recall();
    expect(next.texts).toEqual(['hello']);
  });

  it.each([
    ['a message', (outbox: Outbox) => outbox.compose(lobby, 'hello')],
    ['an edit', (outbox: Outbox) => outbox.edit(message, 'better')],
    ['a deletion', (outbox: Outbox) => outbox.takeBack(message)],
    ['a reaction', (outbox: Outbox) => outbox.react(message, '🎉', true)],
  ])('reports that it does not get %s, and never throws', (_what, hand) => {
    const { me } = opened.page;
    me.set(null);
    expect(hand(opened.page.outbox)).toBe(false);
    expect(opened.page.outbox.problem()).toMatch(/try again/i);
    expect(opened.faults).toHaveLength(1);
    me.set({ userId: ada });
    expect(hand(opened.page.outbox)).toBe(true);
    expect(opened.page.outbox.problem()).toBe('');
  });

  it('works where the page lacks crypto.randomUUID, as on plain HTTP', () => {
    const { crypto } = globalThis;
    const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) };
    Object.defineProperty(globalThis, 'crypto', { configurable: true, writable: true, value: insecure });
    try {
      expect(opened.page.outbox.compose(lobby, 'hello')).toBe(true);
    } finally {
      Object.defineProperty(globalThis, 'crypto', { configurable: true, writable: true, value: crypto });
    }
  });

  it('sends unsent entries when their author is back, and hides them from other users', async () => {
    opened.page.outbox.compose(lobby, 'hello');
    await opened.page.become(null);
    expect(opened.page.texts).toEqual([]);
    await opened.page.become(bob);
    opened.page.outbox.compose(lobby, 'I am bob');
    await opened.page.settle();
    expect([opened.page.texts, opened.page.asked.map(({ text }) => text)]).toEqual([[], ['I am bob']]);
    await opened.page.become(ada);
    expect(opened.page.asked.map(({ text }) => text)).toEqual(['I am bob', 'hello']);
    expect(opened.page.texts).toEqual([]);
  });

  it('shows the message with which the server answers', async () => {
    opened.page.outbox.compose(lobby, 'hello');
    await opened.page.become(ada);
    expect(opened.page.laid).toEqual([message]);
  });

  it('deletes a user’s unsent messages at sign-out and keeps other users’', async () => {
    opened.page.outbox.compose(lobby, 'mine');
    opened.page.me.set({ userId: bob });
    opened.page.outbox.compose(lobby, 'his');
    await opened.page.settle();
    opened.page.accountSignOuts.next(ada);
    await opened.page.cache.forget(ada);
    for (const each of [opened.page, new OutboxPage(opened.page.cache)]) {
      await each.recall();
      each.me.set({ userId: ada });
      expect(each.texts).toEqual([]);
      each.me.set({ userId: bob });
      expect(each.texts).toEqual(['his']);
    }
  });

  it('drops entries that another tab sent, and none that the disk never had', async () => {
    opened.page.outbox.compose(lobby, 'sent by the other tab');
    await opened.page.settle();
    const [entry] = opened.page.outbox.entries();
    await opened.page.cache.outbox.remove(entry!.clientMsgId);
    Object.assign(opened.page.cache.outbox, { save: () => Promise.resolve(false) });
    opened.page.outbox.compose(lobby, 'the disk is full');
    await opened.page.recall();
    expect(opened.page.texts).toEqual(['the disk is full']);
    Object.assign(opened.page.cache.outbox, { all: () => Promise.resolve(null) });
    await opened.page.recall();
    expect(opened.page.texts).toEqual(['the disk is full']);
  });

  it('hands entries that the disk never had to the next page, from all tabs, until they are sent', async () => {
    opened.page.cache.close();
    const second = new OutboxPage(opened.page.cache);
    opened.page.outbox.compose(lobby, 'from one tab');
    second.outbox.compose(lobby, 'from another');
    globalThis.window.dispatchEvent(new Event('pagehide'));

    Object.assign(globalThis, { window: new EventTarget() });
    const next = new OutboxPage(opened.page.cache);
    await next.recall();
    expect(next.texts.toSorted()).toEqual(['from another', 'from one tab']);
    await next.become(ada);
    expect(next.texts).toEqual([]);
    globalThis.window.dispatchEvent(new Event('pagehide'));
    const last = new OutboxPage(opened.page.cache);
    await last.recall();
    expect(last.texts).toEqual([]);
  });

  it('keeps the files of an entry that the disk never had, and deletes files without an entry', async () => {
    opened.page.cache.close();
    const [file, orphan] = ['file-one' as ClientFileId, 'file-two' as ClientFileId];
    const attachment = { clientFileId: file, name: 'a.txt', size: 5, type: 'text/plain' };
    opened.page.outbox.compose(lobby, 'with a file', {}, [attachment]);
    globalThis.window.dispatchEvent(new Event('pagehide'));

    const cache = await Cache.open(long);
    const kept = { userId: ada, blob: new Blob(['hello']), keptAt: 0 };
    await cache.files.save([file, orphan].map((clientFileId) => ({ ...kept, clientFileId })));
    const next = new OutboxPage(cache);
    await next.recall();
    await next.settle();
    expect(await (await cache.files.get(file))?.text()).toBe('hello');
    expect(await cache.files.get(orphan)).toBeNull();
    cache.close();
  });

  it('sends entries that another tab failed to send, and leaves those to it that it sends', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    try {
      opened.page.isSender.set(false);
      opened.page.state.set('online');
      opened.page.outbox.compose(lobby, 'sent by the other tab');
      const [entry] = opened.page.outbox.entries();
      await opened.page.cache.outbox.remove(entry!.clientMsgId);
      await opened.page.recall();
      opened.page.outbox.discard(entry!);
      jest.advanceTimersByTime(4_000);
      expect(opened.page.isSender()).toBe(false);
      opened.page.outbox.compose(lobby, 'the other tab hangs');
      await opened.page.recall();
      jest.advanceTimersByTime(4_000);
      expect(opened.page.isSender()).toBe(true);
      opened.page.flush();
      expect(opened.page.asked.map(({ text }) => text)).toEqual(['the other tab hangs']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('takes a draft once, and sends the same draft of another tab as the same message', async () => {
    const [clientMsgId, later] = ['draft-1', 'draft-2'] as [ClientMsgId, ClientMsgId];
    const other = new OutboxPage(opened.page.cache);
    for (const { outbox } of [opened.page, other]) expect(outbox.compose(lobby, 'once', { clientMsgId })).toBe(true);
    expect(opened.page.outbox.compose(lobby, 'once', { clientMsgId })).toBe(true);
    opened.page.outbox.compose(lobby, 'another', { clientMsgId: later });
    for (const each of [opened.page, other]) await each.become(ada);
    const asked = [opened.page, other].map((each) => each.asked.map((message) => message.clientMsgId));
    expect(asked).toEqual([[clientMsgId, later], [clientMsgId]]);
    expect(opened.page.outbox.compose(lobby, 'once', { clientMsgId })).toBe(true);
    expect(opened.page.texts).toEqual([]);
  });

  it('does not send an entry again that the disk fails to delete', async () => {
    Object.assign(opened.page.cache.outbox, { remove: () => Promise.resolve(false) });
    opened.page.outbox.compose(lobby, 'once');
    await opened.page.settle();
    await opened.page.become(ada);
    await opened.page.recall();
    await opened.page.settle();
    expect([opened.page.texts, opened.page.asked]).toEqual([[], [expect.objectContaining({ text: 'once' })]]);
  });
});
