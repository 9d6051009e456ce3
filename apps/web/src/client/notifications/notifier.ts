import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isEvent, messagingEvents, type EventOf } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Rooms } from '../rooms/rooms';
import { NoticeCheck } from './notice-check';
import { NoticeText } from './notice-text';
import { SystemNotice } from './system-notice';

/** Shows a notification for a message in a room that nobody reads in any tab. */
@Injectable()
export class Notifier {
  private readonly rooms = inject(Rooms);
  private readonly check = inject(NoticeCheck);
  private readonly text = inject(NoticeText);
  private readonly system = inject(SystemNotice);

  constructor() {
    inject(Connection)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (isEvent(messagingEvents.messageSent, event)) void this.hear(event);
      });
  }

  private async hear(event: EventOf<typeof messagingEvents.messageSent>): Promise<void> {
    if (!(await this.check.wants(event))) return;
    const held = this.rooms.held().get(event.body.roomId);
    if (held) await this.system.show(event.body, this.text.titleOf(event, held), await this.text.bodyOf(event));
  }
}
