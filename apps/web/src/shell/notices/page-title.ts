import { DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { setBadge } from '../../platform/browser/capabilities';
import { RoomLevels } from '../../client/notifications/room-levels';
import { pageTitle } from '../../client/reading/unread';

/** The title of the browser tab: the number of unread messages the user wants to be told of, and the current place. */
@Injectable()
export class PageTitle {
  private readonly place = signal<string | null>(null);

  constructor() {
    const [{ total }, title] = [inject(RoomLevels), inject(Title)];
    effect(() => {
      title.setTitle(pageTitle(total(), this.place()));
    });
    effect(() => {
      setBadge(total());
    });
    inject(DestroyRef).onDestroy(() => {
      title.setTitle(pageTitle(0, null));
      setBadge(0);
    });
  }

  /** Sets the name of the current place; `null` for none in particular. */
  setPlace(name: string | null): void {
    this.place.set(name);
  }
}
