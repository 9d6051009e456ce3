import '@angular/compiler';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  createEnvironmentInjector,
  Injector,
  signal,
  ɵChangeDetectionScheduler as ChangeDetectionScheduler,
  ɵEffectScheduler as EffectScheduler,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
  type EnvironmentInjector,
} from '@angular/core';
import {
  commonReasons,
  messagingReasons,
  refused,
  type ClientMsgId,
  type Message,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { ada, bob, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { IDBFactory } from 'fake-indexeddb';
import { Subject } from 'rxjs';
import { browserCache } from '../cache/browser-cache';
import { Cache } from '../cache/cache';
import { keepLocally } from '../../platform/browser/local-store';
import { Connection, type ConnectionState } from '../connection/connection';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { Outbox } from './outbox';
import { OutboxSender } from './outbox-sender';
import { OutboxTabs } from './outbox-tabs';
import { SlowMode } from './slow-mode';
import { UnsentEntries } from './unsent-entries';

const [message] = new RoomLog(1_000).said(ada, 'one').latest.messages as [Message];
const long = { openMs: 60_000, callMs: 60_000 };
/** An outbox as a page has it, with a server that accepts the commands that `takes` accepts. */
class Page {
  readonly me = signal<{ readonly userId: UserId } | null>({ userId: ada });
  readonly state = signal<ConnectionState>('offline');
  readonly arrivals = new Subject<unknown>();
  readonly accountSignOuts = new Subject<UserId>();
  readonly otherTabs = new Subject<void>();
  readonly isSender = signal(true);
  readonly waits = signal(new Map<unknown, number>());
  readonly asked: { readonly text?: string; readonly clientMsgId?: string }[] = [];
  /** Messages that the page shows beside those of the outbox. */
  readonly laid: unknown[] = [];
  /** The server's reply to each command. */
  reply: Reply<unknown> = { ok: true, value: message };
  /** Milliseconds of each wait that slow mode began. */
  readonly slowWaits: number[] = [];
  private readonly injector: EnvironmentInjector;
  private person: EnvironmentInjector;

  constructor(readonly cache: Cache) {
    const connection = {
      state: this.state,
      events: new Subject(),
      ask: (_name: string, said: Page['asked'][number]) => {
        this.asked.push(said);
        return Promise.resolve(this.reply);
      },
    };
    const tabs = {
      isSender: this.isSender,
      stopWaiting: () => {
        this.isSender.set(true);
      },
      stepForward: () => undefined,
      changes: this.otherTabs,
      announce: () => undefined,
      stepBack: () => undefined,
    };
    const { waits } = this;
    const slowMode = {
      waits,
      silent: waits,
      sent: () => undefined,
      secondsFor: () => 300,
      begin: (roomId: unknown, ms: number) => {
        this.slowWaits.push(ms);
        waits.set(new Map([[roomId, ms]]));
      },
    };
    const { me, arrivals, accountSignOuts } = this;
    const provided = [
      [INJECTOR_SCOPE, 'root'],
      [ChangeDetectionScheduler, { notify: () => undefined }],
      [browserCache, cache],
      [Connection, connection],
      [Session, { me, arrivals, accountSignOuts }],
      [Rooms, { held: signal(new Map()), mergeMessages: (_room: unknown, laid: unknown[]) => this.laid.push(...laid) }],
      [OutboxTabs, tabs],
      [SlowMode, slowMode],
    ] as const;
    this.injector = createEnvironmentInjector(
      provided.map(([provide, useValue]) => ({ provide, useValue })),
      Injector.NULL as EnvironmentInjector,
    );
    this.person = this.signIn();
  }

  get outbox(): Outbox {
    return this.person.get(Outbox);
  }

  recall(): Promise<void> {
    return this.injector.get(UnsentEntries).recall();
  }

  private signIn(): EnvironmentInjector {
    const person = createEnvironmentInjector([Outbox, OutboxSender], this.injector);
    person.get(Outbox);
    return person;
  }

  get texts(): string[] {
    return this.outbox.entries().flatMap((entry) => (entry.kind === 'send' ? [entry.text] : [entry.kind]));
  }

  /** Signs in this user, or signs out with `null`. */
  async become(userId: UserId | null): Promise<void> {
    this.person.destroy();
    this.me.set(userId && { userId });
    this.person = this.signIn();
    this.state.set(userId ? 'online' : 'signed-out');
    if (userId) this.arrivals.next({ userId });
    this.injector.get(EffectScheduler).flush();
    await this.settle();
  }

  flush(): void {
    this.injector.get(EffectScheduler).flush();
  }

  /** Waits for pending writes to the disk and the server. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) await this.cache.values.set('epoch', 'x');
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('the outbox', () => {
  let page: Page;
  let faults: unknown[];

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    keepLocally('devchitchat outbox', null);
    faults = [];
    Object.assign(globalThis, { window: new EventTarget(), reportError: (fault: unknown) => faults.push(fault) });
    page = new Page(await Cache.open(long));
  });

  afterEach(() => {
    page.cache.close();
    for (const name of ['window', 'reportError']) Reflect.deleteProperty(globalThis, name);
  });

  it('holds an entry at once, and the disk a moment later', async () => {
    expect(page.outbox.compose(lobby, 'hello')).toBe(true);
    expect(page.texts).toEqual(['hello']);
    await page.settle();
    const next = new Page(page.cache);
    await next.recall();
    expect(next.texts).toEqual(['hello']);
  });

  it.each([
    ['a message', (outbox: Outbox) => outbox.compose(lobby, 'hello')],
    ['an edit', (outbox: Outbox) => outbox.edit(message, 'better')],
    ['a deletion', (outbox: Outbox) => outbox.takeBack(message)],
    ['a reaction', (outbox: Outbox) => outbox.react(message, '🎉', true)],
  ])('reports that it does not get %s, and never throws', (_what, hand) => {
    const { me } = page;
    me.set(null);
    expect(hand(page.outbox)).toBe(false);
    expect(page.outbox.problem()).toMatch(/try again/i);
    expect(faults).toHaveLength(1);
    me.set({ userId: ada });
    expect(hand(page.outbox)).toBe(true);
    expect(page.outbox.problem()).toBe('');
  });

  it('works where the page lacks crypto.randomUUID, as on plain HTTP', () => {
    const { crypto } = globalThis;
    const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) };
    Object.defineProperty(globalThis, 'crypto', { configurable: true, writable: true, value: insecure });
    try {
      expect(page.outbox.compose(lobby, 'hello')).toBe(true);
    } finally {
      Object.defineProperty(globalThis, 'crypto', { configurable: true, writable: true, value: crypto });
    }
  });

  it('sends unsent entries when their author is back, and hides them from other users', async () => {
    page.outbox.compose(lobby, 'hello');
    await page.become(null);
    expect(page.texts).toEqual([]);
    await page.become(bob);
    page.outbox.compose(lobby, 'I am bob');
    await page.settle();
    expect([page.texts, page.asked.map(({ text }) => text)]).toEqual([[], ['I am bob']]);
    await page.become(ada);
    expect(page.asked.map(({ text }) => text)).toEqual(['I am bob', 'hello']);
    expect(page.texts).toEqual([]);
  });

  it('shows the message with which the server answers', async () => {
    page.outbox.compose(lobby, 'hello');
    await page.become(ada);
    expect(page.laid).toEqual([message]);
  });

  it('deletes a user’s unsent messages at sign-out and keeps other users’', async () => {
    page.outbox.compose(lobby, 'mine');
    page.me.set({ userId: bob });
    page.outbox.compose(lobby, 'his');
    await page.settle();
    page.accountSignOuts.next(ada);
    await page.cache.forget(ada);
    for (const each of [page, new Page(page.cache)]) {
      await each.recall();
      each.me.set({ userId: ada });
      expect(each.texts).toEqual([]);
      each.me.set({ userId: bob });
      expect(each.texts).toEqual(['his']);
    }
  });

  it('drops entries that another tab sent, and none that the disk never had', async () => {
    page.outbox.compose(lobby, 'sent by the other tab');
    await page.settle();
    const [entry] = page.outbox.entries();
    await page.cache.outbox.remove(entry!.clientMsgId);
    Object.assign(page.cache.outbox, { save: () => Promise.resolve(false) });
    page.outbox.compose(lobby, 'the disk is full');
    await page.recall();
    expect(page.texts).toEqual(['the disk is full']);
    Object.assign(page.cache.outbox, { all: () => Promise.resolve(null) });
    await page.recall();
    expect(page.texts).toEqual(['the disk is full']);
  });

  it('hands entries that the disk never had to the next page, from all tabs, until they are sent', async () => {
    page.cache.close();
    const second = new Page(page.cache);
    page.outbox.compose(lobby, 'from one tab');
    second.outbox.compose(lobby, 'from another');
    globalThis.window.dispatchEvent(new Event('pagehide'));

    Object.assign(globalThis, { window: new EventTarget() });
    const next = new Page(page.cache);
    await next.recall();
    expect(next.texts.toSorted()).toEqual(['from another', 'from one tab']);
    await next.become(ada);
    expect(next.texts).toEqual([]);
    globalThis.window.dispatchEvent(new Event('pagehide'));
    const last = new Page(page.cache);
    await last.recall();
    expect(last.texts).toEqual([]);
  });

  it('sends entries that another tab failed to send, and leaves those to it that it sends', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    try {
      page.isSender.set(false);
      page.state.set('online');
      page.outbox.compose(lobby, 'sent by the other tab');
      const [entry] = page.outbox.entries();
      await page.cache.outbox.remove(entry!.clientMsgId);
      await page.recall();
      page.outbox.discard(entry!);
      jest.advanceTimersByTime(4_000);
      expect(page.isSender()).toBe(false);
      page.outbox.compose(lobby, 'the other tab hangs');
      await page.recall();
      jest.advanceTimersByTime(4_000);
      expect(page.isSender()).toBe(true);
      page.flush();
      expect(page.asked.map(({ text }) => text)).toEqual(['the other tab hangs']);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['slow mode', refused(messagingReasons.roomSlowMode, { everyMs: 300_000, waitMs: 40 }, 40), [40]],
    ["the gateway's rate limit", refused(commonReasons.rateTooFast, { burst: 30, perMinute: 120, waitMs: 40 }, 40), []],
  ])('keeps a message that %s refuses; only slow mode starts its countdown', async (_, reply, waits) => {
    page.reply = reply;
    page.outbox.compose(lobby, 'too soon');
    await page.become(ada);
    expect(page.slowWaits).toEqual(waits);
    expect(page.outbox.entries()).toMatchObject([{ text: 'too soon', state: 'pending' }]);
    await page.become(null);
  });

  it('keeps a message while its author may send nothing, and sends it afterwards', async () => {
    const rooms = new Map([[lobby, 60_000]]);
    page.waits.set(rooms);
    page.outbox.compose(lobby, 'later');
    await page.become(ada);
    expect([page.asked, page.outbox.entries()]).toMatchObject([[], [{ text: 'later', state: 'pending' }]]);
    page.waits.set(new Map());
    page.flush();
    await page.settle();
    expect(page.asked).toMatchObject([{ text: 'later' }]);
    await page.become(null);
  });

  it('keeps a message that a mute refuses of which this page has not heard', async () => {
    page.reply = refused(messagingReasons.roomMuted, { leftMs: 40 });
    page.outbox.compose(lobby, 'later');
    await page.become(ada);
    expect(page.outbox.entries()).toMatchObject([{ text: 'later', state: 'pending' }]);
    await page.become(null);
  });

  it('takes a draft once, and sends the same draft of another tab as the same message', async () => {
    const [clientMsgId, later] = ['draft-1', 'draft-2'] as [ClientMsgId, ClientMsgId];
    const other = new Page(page.cache);
    for (const { outbox } of [page, other]) expect(outbox.compose(lobby, 'once', { clientMsgId })).toBe(true);
    expect(page.outbox.compose(lobby, 'once', { clientMsgId })).toBe(true);
    page.outbox.compose(lobby, 'another', { clientMsgId: later });
    for (const each of [page, other]) await each.become(ada);
    const asked = [page, other].map((each) => each.asked.map((message) => message.clientMsgId));
    expect(asked).toEqual([[clientMsgId, later], [clientMsgId]]);
    expect(page.outbox.compose(lobby, 'once', { clientMsgId })).toBe(true);
    expect(page.texts).toEqual([]);
  });

  it('does not send an entry again that the disk fails to delete', async () => {
    Object.assign(page.cache.outbox, { remove: () => Promise.resolve(false) });
    page.outbox.compose(lobby, 'once');
    await page.settle();
    await page.become(ada);
    await page.recall();
    await page.settle();
    expect([page.texts, page.asked]).toEqual([[], [expect.objectContaining({ text: 'once' })]]);
  });
});
