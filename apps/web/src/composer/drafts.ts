import { inject, Injectable } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Session } from '../session/session';

/** What was begun in each room and not sent, for as long as the page is open. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly texts = new Map<RoomId, string>();

  constructor() {
    inject(Session).ends.subscribe(() => {
      this.texts.clear();
    });
  }

  of(roomId: RoomId): string {
    return this.texts.get(roomId) ?? '';
  }

  any(): boolean {
    return this.texts.size > 0;
  }

  keep(roomId: RoomId, text: string): void {
    if (text === '') this.texts.delete(roomId);
    else this.texts.set(roomId, text);
  }
}
