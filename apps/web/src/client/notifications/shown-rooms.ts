import { effect, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { RoomOnPage } from '../rooms/room-on-page';
import { lockManager } from '../../platform/browser/capabilities';
import { PageRead } from '../../platform/design/page-read';

const lockOf = (roomId: RoomId): string => `devchitchat shows ${roomId}`;

/**
 * The rooms that any tab of this browser shows to a reader. A tab holds a lock for its room; the browser releases it also
 * when the tab closes or crashes. Without locks (plain HTTP) no notifications exist that would ask.
 */
@Injectable()
export class ShownRooms {
  private readonly lockManager = lockManager();
  private readonly page = inject(PageRead);
  private readonly router = inject(Router);

  constructor() {
    const [page, onPage] = [inject(PageRead), inject(RoomOnPage)];
    effect((onCleanup) => {
      const roomId = onPage.roomId();
      if (!page.read() || roomId === null) return;
      const shown = new AbortController();
      onCleanup(() => {
        shown.abort();
      });
      const untilGone = () =>
        new Promise<void>((letGo) => {
          if (shown.signal.aborted) letGo();
          shown.signal.addEventListener('abort', () => {
            letGo();
          });
        });
      this.lockManager
        ?.request(lockOf(roomId), { mode: 'shared', signal: shown.signal }, untilGone)
        .catch(() => undefined);
    });
  }

  /** This tab shows the room, and somebody reads it. */
  isShownHere(roomId: RoomId): boolean {
    return this.page.read() && this.router.url.startsWith(`/room/${roomId}`);
  }

  async has(roomId: RoomId): Promise<boolean> {
    const held = (await this.lockManager?.query())?.held ?? [];
    return held.some(({ name }) => name === lockOf(roomId));
  }
}
