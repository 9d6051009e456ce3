import '@angular/compiler';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach } from '@jest/globals';
import {
  createEnvironmentInjector,
  Injector,
  signal,
  ɵChangeDetectionScheduler as ChangeDetectionScheduler,
  ɵEffectScheduler as EffectScheduler,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
  type EnvironmentInjector,
} from '@angular/core';
import type { Message, Reply, UserId } from '@devchitchat/contracts';
import { ada, RoomLog } from '@devchitchat/contracts/testing';
import { IDBFactory } from 'fake-indexeddb';
import { Subject } from 'rxjs';
import { keepLocally } from '../../../platform/browser/local-store';
import { browserCache } from '../../cache/browser-cache';
import { Cache } from '../../cache/cache';
import { DraftBook } from '../../drafts/draft-book';
import { Drafts } from '../../drafts/drafts';
import { DraftStore } from '../../drafts/draft-store';
import { Connection, type ConnectionState } from '../../connection/connection';
import { Rooms } from '../../rooms/rooms';
import { Session } from '../../session/session';
import { Outbox } from '../outbox';
import { OutboxSender } from '../outbox-sender';
import { OutboxTabs } from '../outbox-tabs';
import { SlowMode } from '../slow-mode';
import { UnsentEntries } from '../unsent-entries';

/** A message of Ada's on the server. */
export const [message] = new RoomLog(1_000).said(ada, 'one').latest.messages as [Message];
export const long = { openMs: 60_000, callMs: 60_000, largeMs: 60_000 };

/** An outbox as a page has it, with a server that accepts the commands that `takes` accepts. */
export class OutboxPage {
  readonly me = signal<{ readonly userId: UserId } | null>({ userId: ada });
  readonly disabling = signal<{ readonly reason: string } | null>(null);
  readonly drafts: DraftBook;
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
      ask: (_name: string, said: OutboxPage['asked'][number]) => {
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
    const { me, arrivals, accountSignOuts, disabling } = this;
    this.drafts = new DraftBook(new DraftStore(cache.drafts, () => undefined), () => me()?.userId);
    const provided = [
      [INJECTOR_SCOPE, 'root'],
      [ChangeDetectionScheduler, { notify: () => undefined }],
      [browserCache, cache],
      [Connection, connection],
      [Session, { me, arrivals, accountSignOuts, disabling }],
      [Drafts, { book: this.drafts }],
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

interface Opened {
  readonly page: OutboxPage;
  /** The faults that the page reported. */
  readonly faults: readonly unknown[];
}

/** Opens a page with empty storage for each test. Call it where the tests are described; it is there when they run. */
export function outboxPage(): Opened {
  const opened = { page: null as unknown as OutboxPage, faults: [] as unknown[] };
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    keepLocally('devchitchat outbox', null);
    opened.faults = [];
    Object.assign(globalThis, {
      window: new EventTarget(),
      reportError: (fault: unknown) => opened.faults.push(fault),
    });
    opened.page = new OutboxPage(await Cache.open(long));
  });
  afterEach(() => {
    opened.page.cache.close();
    for (const name of ['window', 'reportError']) Reflect.deleteProperty(globalThis, name);
  });
  return opened;
}
