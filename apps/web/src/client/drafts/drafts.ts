import { inject, Injectable } from '@angular/core';
import { injectCache } from '../cache/browser-cache';
import { TabChannel } from '../../platform/browser/tab-channel';
import { Session } from '../session/session';
import { DraftBook, type DraftNews } from './draft-book';

/** What was begun in each room and not sent, in this browser and all its tabs. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly cache = injectCache();
  private readonly session = inject(Session);
  private readonly tabs = new TabChannel<DraftNews>('devchitchat drafts');
  readonly book = new DraftBook(
    this.cache,
    () => this.session.me()?.userId,
    (news) => this.tabs.post(news),
  );
  /** The rooms in which something was begun. */
  readonly rooms = this.book.rooms;

  constructor() {
    this.tabs.words.subscribe((news) => this.book.hear(news));
    this.session.forgettings.subscribe((userId) => this.book.forget(userId));
    this.cache.recoveries.subscribe(() => void this.recall());
    document.addEventListener('visibilitychange', () => {
      // A tab that was frozen heard nothing of the others.
      if (document.visibilityState === 'visible') void this.recall();
      else this.book.save();
    });
    window.addEventListener('pagehide', () => this.book.leave());
  }

  recall(): Promise<void> {
    return this.book.recall();
  }

  any(): boolean {
    return this.rooms().size > 0;
  }
}
