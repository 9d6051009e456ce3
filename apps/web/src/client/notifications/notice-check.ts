import { inject, Injectable } from '@angular/core';
import type { EventOf, messagingEvents } from '@devchitchat/contracts';
import { serverNow } from '../../platform/time/server-clock';
import { OutboxTabs } from '../outbox/outbox-tabs';
import { MentionTester } from '../reading/mention-tester';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { isWorthTelling } from './notice-policy';
import { NotificationSettings } from './notification-settings';
import { ShownRooms } from './shown-rooms';

/** Decides whether this tab notifies the user of a message: the settings allow it, and no tab shows the room. */
@Injectable()
export class NoticeCheck {
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly settings = inject(NotificationSettings);
  private readonly tabs = inject(OutboxTabs);
  private readonly shown = inject(ShownRooms);
  private readonly mentions = inject(MentionTester);

  /** The tab that sends for all tabs also notifies for all of them. */
  async wants(event: EventOf<typeof messagingEvents.messageSent>): Promise<boolean> {
    const me = this.session.me();
    const room = this.rooms.held().get(event.body.roomId)?.room;
    if (!me || !room || !this.settings.isOn()) return false;
    const looker = {
      me,
      level: this.settings.levelOf(room),
      quiet: this.settings.quiet(),
      now: serverNow(),
      mentions: this.mentions.test(),
      isLooking: this.shown.isShownHere(room.roomId),
    };
    return isWorthTelling(event, looker) && this.tabs.isSender() && !(await this.shown.has(room.roomId));
  }
}
