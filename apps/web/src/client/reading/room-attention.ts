import { computed, inject, Injectable } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Drafts } from '../drafts/drafts';
import { toldOf, type NotificationLevel } from '../notifications/notice-policy';
import { NotificationSettings } from '../notifications/notification-settings';
import { Rooms } from '../rooms/rooms';
import { t } from '../../platform/language/t';
import { ReadMarks } from './read-marks';
import type { Unread } from './unread';
import { unreadText } from './unread-text';

/** Unread messages and unsent drafts of a room. */
@Injectable()
export class RoomAttention {
  private readonly reading = inject(ReadMarks);
  private readonly drafts = inject(Drafts);
  private readonly rooms = inject(Rooms);
  private readonly settings = inject(NotificationSettings);

  /** The number of unread messages in all rooms that their levels tell the user of: the sum of what stands out. */
  readonly total = computed(() =>
    [...this.reading.unread().keys()].reduce((sum, roomId) => sum + this.toldIn(roomId), 0),
  );

  unreadIn(roomId: RoomId): Unread | undefined {
    return this.reading.unread().get(roomId);
  }

  /** `nothing` for a room that is not held. */
  levelOf(roomId: RoomId): NotificationLevel {
    const room = this.rooms.held().get(roomId)?.room;
    return room ? this.settings.levelOf(room) : 'nothing';
  }

  /** The number of a room's unread messages that its level tells the user of. */
  toldIn(roomId: RoomId): number {
    const unread = this.unreadIn(roomId);
    return unread ? toldOf(this.levelOf(roomId), unread) : 0;
  }

  hasDraft(roomId: RoomId): boolean {
    return this.drafts.rooms().has(roomId);
  }

  /** As a label for the room's link; `null` for nothing. */
  labelFor(roomId: RoomId): string | null {
    const unread = this.unreadIn(roomId);
    const words = [unread && unreadText(unread), this.hasDraft(roomId) && t('Draft')];
    return words.filter(Boolean).join(', ') || null;
  }
}
