import { Component, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { injectCache } from '../cache/browser-cache';
import { Rooms } from './rooms';

/**
 * The place without a room. Where there is space for it beside the list, the last room is opened at once; on a phone the
 * list itself is the page, except at the very first time.
 */
@Component({
  selector: 'dcc-home',
  template: `<div class="standalone"><p>Loading your rooms…</p></div>`,
})
export class Home {
  private readonly rooms = inject(Rooms);
  private readonly router = inject(Router);
  private readonly cache = injectCache();

  constructor() {
    effect(() => {
      if (this.rooms.list().length > 0) void this.openLast();
    });
  }

  private async openLast(): Promise<void> {
    const last = await this.cache.keepsake('lastRoom');
    if (last && matchMedia('(max-width: 720px)').matches) return;
    const roomId = last && this.rooms.held().has(last) ? last : this.rooms.list()[0]?.roomId;
    if (roomId) await this.router.navigate(['/room', roomId], { replaceUrl: true });
  }
}
