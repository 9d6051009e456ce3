import 'fake-indexeddb/auto';
import type { Message, RoomId, UserId } from '@devchitchat/contracts';
import { ada, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { IDBFactory } from 'fake-indexeddb';
import { keepLocally } from '../../../platform/browser/local-store';
import { Cache } from '../../cache/cache';
import { DraftBook } from '../draft-book';
import { DraftStore, type DraftNews } from '../draft-store';

/** Two messages of ada in the lobby. */
export const [one, other] = new RoomLog(1_000).said(ada, 'one').said(ada, 'other').latest.messages as [
  Message,
  Message,
];

/** Resolves when the disk has the earlier writes, because its transactions run in order. */
export const written = (cache: Cache): Promise<unknown> => cache.values.set('epoch', 'x');

/** The text that a tab shows in a room's composer. */
export const textIn = ({ book }: Tab, roomId: RoomId = lobby): string | undefined => book.shown(roomId)?.text;

export interface Tab {
  readonly book: DraftBook;
  readonly store: DraftStore;
  readonly cache: Cache;
  /** The signed-in user, at first ada. */
  me: UserId | undefined;
  /** Sends pending news to the other tabs. */
  save(): Promise<void>;
}

/** The tabs of one browser: they share a disk and hear each other's news. */
export class DraftTabs {
  private tabs: Tab[] = [];
  private readonly listening = new Map<Tab, () => boolean>();

  constructor() {
    keepLocally('devchitchat begun', null);
    globalThis.indexedDB = new IDBFactory();
  }

  /** @param hears false for a tab that is frozen */
  async open(hears = (): boolean => true): Promise<Tab> {
    const cache = await Cache.open({ openMs: 60_000, callMs: 60_000, largeMs: 60_000 });
    const tab = { me: ada, cache } as Tab & { book: DraftBook; store: DraftStore; save(): Promise<void> };
    const tell = (news: DraftNews): void => {
      for (const listener of this.tabs)
        if (listener !== tab && this.listening.get(listener)?.()) listener.store.hear(structuredClone(news));
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
    this.listening.set(tab, hears);
    this.tabs.push(tab);
    await book.recall();
    return tab;
  }

  close(): void {
    for (const { cache, store } of this.tabs) {
      store.save();
      cache.close();
    }
    this.tabs = [];
    this.listening.clear();
  }
}
