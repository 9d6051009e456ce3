import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Unread } from './unread';
import { pageTitle } from './unread-counts';

/** The title of the browser's tab: how much there is to read, and where one is. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  private readonly place = signal<string | null>(null);

  constructor() {
    const [unread, title] = [inject(Unread), inject(Title)];
    effect(() => {
      title.setTitle(pageTitle(unread.total(), this.place()));
    });
  }

  /** Names the place one is at; `null` for none in particular. */
  setPlace(name: string | null): void {
    this.place.set(name);
  }
}
