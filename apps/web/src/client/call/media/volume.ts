import { Injectable, signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { keepLocally, localObject } from '../../../platform/browser/local-store';

const storageKey = 'devchitchat volumes';

/** Playback volume of each user, in percent from 0 to 200. Stored in this browser. */
@Injectable({ providedIn: 'root' })
export class Volume {
  private readonly chosen = signal<Readonly<Partial<Record<UserId, number>>>>(
    localObject<Record<UserId, number>>(storageKey),
  );

  of(userId: UserId): number {
    return this.chosen()[userId] ?? 100;
  }

  set(userId: UserId, percent: number): void {
    this.chosen.update((before) => ({ ...before, [userId]: percent }));
    keepLocally(storageKey, JSON.stringify(this.chosen()));
  }
}
