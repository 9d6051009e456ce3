import { inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isEvent, messagingEvents, type EventOf } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Directory } from '../people/directory';
import { RoomNames } from '../rooms/room-names';
import { Rooms } from '../rooms/rooms';
import { NoticeCheck } from './notice-check';

/** Shows a notification for a message in a room that nobody reads in any tab. */
@Injectable()
export class Notifier {
  private readonly rooms = inject(Rooms);
  private readonly check = inject(NoticeCheck);
  private readonly names = inject(RoomNames);
  private readonly directory = inject(Directory);
  private readonly injector = inject(Injector);

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
    if (!held) return;
    const { NoticeText, SystemNotice } = await import('./shown-notice');
    const text = new NoticeText(this.names, this.directory);
    const system = this.injector.get(SystemNotice);
    await system.show(event.body, text.titleOf(event, held), await text.bodyOf(event));
  }
}
