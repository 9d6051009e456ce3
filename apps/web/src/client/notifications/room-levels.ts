import { computed, inject, Injectable } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { ReadMarks } from '../reading/read-marks';
import { Rooms } from '../rooms/rooms';
import { toldOf, type NotificationLevel } from './notice-policy';
import { NotificationSettings } from './notification-settings';

/** The unread messages of each room that its level tells the user of. */
@Injectable()
export class RoomLevels {
  private readonly reading = inject(ReadMarks);
  private readonly rooms = inject(Rooms);
  private readonly settings = inject(NotificationSettings);

  /** Their number in all rooms: the sum of the badges that stand out. */
  readonly total = computed(() =>
    [...this.reading.unread().keys()].reduce((sum, roomId) => sum + this.toldIn(roomId), 0),
  );

  /** `nothing` for a room that is not held. */
  levelOf(roomId: RoomId): NotificationLevel {
    const room = this.rooms.held().get(roomId)?.room;
    return room ? this.settings.levelOf(room) : 'nothing';
  }

  toldIn(roomId: RoomId): number {
    const unread = this.reading.unread().get(roomId);
    return unread ? toldOf(this.levelOf(roomId), unread) : 0;
  }
}
