import { inject, Injectable } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Drafts } from '../drafts/drafts';
import { t } from '../../platform/language/t';
import { ReadMarks } from './read-marks';
import type { Unread } from './unread';
import { unreadText } from './unread-text';

/** Unread messages and unsent drafts of a room. */
@Injectable()
export class RoomAttention {
  private readonly reading = inject(ReadMarks);
  private readonly drafts = inject(Drafts);

  unreadIn(roomId: RoomId): Unread | undefined {
    return this.reading.unread().get(roomId);
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
