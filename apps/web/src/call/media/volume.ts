import { Injectable, signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';

const storageKey = 'devchitchat volumes';

/** How loud each person is to be heard here, in percent: 100 is as they come, 200 the most. Kept in this browser. */
@Injectable({ providedIn: 'root' })
export class Volume {
  private readonly chosen = signal<Readonly<Record<UserId, number>>>(chosenBefore());

  of(userId: UserId): number {
    return this.chosen()[userId] ?? 100;
  }

  set(userId: UserId, percent: number): void {
    this.chosen.update((before) => ({ ...before, [userId]: percent }));
    localStorage.setItem(storageKey, JSON.stringify(this.chosen()));
  }
}

function chosenBefore(): Record<UserId, number> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<UserId, number>;
  } catch {
    return {};
  }
}
