import { inject, Injectable } from '@angular/core';
import { injectCache } from '../cache/browser-cache';
import { TabChannel } from '../../platform/browser/tab-channel';
import { Session } from '../session/session';
import { DraftBook } from './draft-book';
import { DraftStore, type DraftNews } from './draft-store';

/** The drafts of this browser, shared by its tabs. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly cache = injectCache();
  private readonly session = inject(Session);
  private readonly tabs = new TabChannel<DraftNews>('devchitchat drafts');
  private readonly store = new DraftStore(this.cache.drafts, (news) => this.tabs.post(news));
  readonly book = new DraftBook(this.store, () => this.session.me()?.userId);
  /** The rooms in which the signed-in user has a draft. */
  readonly rooms = this.book.rooms;

  constructor() {
    this.tabs.values.subscribe((news) => this.store.hear(news));
    this.session.accountSignOuts.subscribe((userId) => this.book.forget(userId));
    this.cache.recoveries.subscribe(() => void this.recall());
    document.addEventListener('visibilitychange', () => {
      // A frozen tab received no news from the others.
      if (document.visibilityState === 'visible') void this.recall();
      else this.store.save();
    });
    window.addEventListener('pagehide', () => this.store.leave());
  }

  recall(): Promise<void> {
    return this.book.recall();
  }

  any(): boolean {
    return this.rooms().size > 0;
  }
}
