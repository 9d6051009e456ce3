import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { isEvent, messagingEvents, type AnyEvent, type EventOf, type RoomId } from '@devchitchat/contracts';
import { OutboxTabs } from '../outbox/outbox-tabs';
import { Connection } from '../connection/connection';
import { t } from '../../platform/language/t';
import { Directory } from '../people/directory';
import { serviceWorkerRegistration, systemNotifications } from '../../platform/browser/capabilities';
import { serverNow } from '../../platform/time/server-clock';
import { RoomNames } from '../rooms/room-names';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { PageVisible } from '../../platform/design/page-visible';
import { isWorthTelling } from './notice-policy';
import { NotificationSettings } from './notification-settings';
import { ShownRooms } from './shown-rooms';

/** Characters of a message that a notification shows. */
const most = 200;

/**
 * Tells of a message by the system's own notification, while nobody looks at its room. Of several tabs the one that sends
 * for all of them also tells for all of them.
 */
@Injectable()
export class Notifier {
  private readonly router = inject(Router);
  private readonly rooms = inject(Rooms);
  private readonly names = inject(RoomNames);
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly settings = inject(NotificationSettings);
  private readonly page = inject(PageVisible);
  private readonly tabs = inject(OutboxTabs);
  private readonly shown = inject(ShownRooms);

  constructor() {
    inject(Connection)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (isEvent(messagingEvents.messageSent, event)) void this.hear(event);
      });
  }

  private async hear(event: EventOf<typeof messagingEvents.messageSent>): Promise<void> {
    const me = this.session.me();
    const held = this.rooms.held().get(event.body.roomId);
    if (!me || !held || !this.settings.isOn()) return;
    const { room } = held;
    const isLooking = this.page.visible() && this.router.url.startsWith(`/room/${room.roomId}`);
    const level = this.settings.levelOf(room);
    const looker = { me, level, quiet: this.settings.quiet(), now: serverNow(), isLooking };
    if (!isWorthTelling(event, looker) || !this.tabs.isSender() || (await this.shown.has(room.roomId))) return;
    // Not needed before somebody says something elsewhere: it comes with the first room, or now.
    const { inOneLine } = await import('../messages/markdown');
    const words = inOneLine(event.content?.text ?? '', `[${t('Spoiler')}]`).slice(0, most);
    await this.show(event.body, words, room.kind === 'direct' ? this.names.of(held) : this.titleIn(event, room.name));
  }

  private titleIn({ actorUserId }: AnyEvent, room: string): string {
    return t('{name} in {room}', { name: actorUserId === null ? '' : this.directory.nameOf(actorUserId), room });
  }

  private async show(
    body: EventOf<typeof messagingEvents.messageSent>['body'],
    words: string,
    title: string,
  ): Promise<void> {
    const Shown = systemNotifications();
    // One for each room: the next one takes its place, from whichever tab it comes.
    const options = { body: words, icon: 'icon-192.png', tag: body.roomId };
    let notification: Notification;
    try {
      if (!Shown) return;
      notification = new Shown(title, options);
    } catch {
      // Android gives them only to the page's service worker.
      await (await serviceWorkerRegistration())?.showNotification(title, options);
      return;
    }
    notification.onclick = () => {
      window.focus();
      this.open(body.roomId, body.seq);
      notification.close();
    };
  }

  private open(roomId: RoomId, seq: number): void {
    void this.router.navigate(['/room', roomId], { queryParams: { at: seq } });
  }
}
