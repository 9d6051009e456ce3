import { computed, DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NotificationSettings } from '../../client/notifications/notification-settings';
import { setBadge } from '../../platform/browser/capabilities';
import { ReadMarks } from '../../client/reading/read-marks';
import { pageTitle } from '../../client/reading/unread';
import { Rooms } from '../../client/rooms/rooms';

/** The title of the browser tab: the number of unread messages the user wants to be told of, and the current place. */
@Injectable()
export class PageTitle {
  private readonly place = signal<string | null>(null);

  constructor() {
    const [reading, rooms, settings, title] = [
      inject(ReadMarks),
      inject(Rooms),
      inject(NotificationSettings),
      inject(Title),
    ];
    const total = computed(() => {
      let sum = 0;
      for (const [roomId, { messages }] of reading.unread()) {
        const room = rooms.held().get(roomId)?.room;
        if (room && settings.levelOf(room) !== 'nothing') sum += messages;
      }
      return sum;
    });
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
