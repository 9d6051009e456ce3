import { Component, computed, DestroyRef, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { injectCache } from '../../client/cache/browser-cache';
import { Directs } from '../../client/directs/directs';
import { Translate } from '../../platform/language/translate';
import { Rooms } from '../../client/rooms/rooms';

const narrow = () => matchMedia('(max-width: 720px)');

/**
 * The page without a room. With space beside the list, it opens the last room at once; on a phone the list itself is
 * the page, except on the very first visit.
 */
@Component({
  selector: 'dcc-home',
  imports: [Translate],
  template: `<div class="standalone">
    <h1 class="visually-hidden">{{ 'Rooms' | t }}</h1>
    @if (isNowhere()) {
      <p>{{ 'You’re not in any room. Choose one under “Browse rooms”.' | t }}</p>
    } @else {
      <p>{{ 'Loading your rooms…' | t }}</p>
    }
  </div>`,
})
export class Home {
  private readonly rooms = inject(Rooms);
  private readonly directs = inject(Directs);
  private readonly router = inject(Router);
  private readonly cache = injectCache();

  /** The user was removed from every room, including the lobby. */
  protected readonly isNowhere = computed(() => this.rooms.ready() && this.rooms.list().length === 0);

  constructor() {
    effect(() => {
      if (this.rooms.list().length > 0) void this.openLast();
    });
    // A rotated phone may have space beside the list.
    const watched = new AbortController();
    narrow().addEventListener('change', () => void this.openLast(), watched);
    inject(DestroyRef).onDestroy(() => {
      watched.abort();
    });
  }

  private async openLast(): Promise<void> {
    const last = await this.cache.values.get('lastRoom');
    if (last && narrow().matches) return;
    const roomId = last && this.isInList(last) ? last : this.rooms.list()[0]?.roomId;
    if (roomId && this.isStillHere()) await this.router.navigate(['/room', roomId], { replaceUrl: true });
  }

  private isInList(roomId: RoomId): boolean {
    return [...this.rooms.list(), ...this.directs.list().map(({ room }) => room)].some(
      (room) => room.roomId === roomId,
    );
  }

  /** False once the user chose another page, even while that page still loads. */
  private isStillHere(): boolean {
    const heading = this.router.currentNavigation()?.extractedUrl;
    return (heading ? this.router.serializeUrl(heading) : this.router.url) === '/';
  }
}
