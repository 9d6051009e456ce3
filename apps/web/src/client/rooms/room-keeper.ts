import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { RoomId } from '@devchitchat/contracts';
import { injectDestroySignal } from '../../platform/browser/destroy-signal';
import { injectCache } from '../cache/browser-cache';
import type { HeldRoom } from './held-room';
import { newlyHeld, newRevisions, toCache } from './room-keeping';
import { Rooms, type HeldRooms } from './rooms';

/** Milliseconds between a change and its write: a burst of messages is written at once. */
const saveDelayMs = 300;

/** Writes changed rooms to the cache, a moment later. */
@Injectable()
export class RoomKeeper {
  private readonly rooms = inject(Rooms);
  private readonly cache = injectCache();
  private kept: HeldRooms = new Map();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.rooms.held();
      this.timer ??= setTimeout(() => {
        this.write();
      }, saveDelayMs);
    });
    this.rooms.renewals.pipe(takeUntilDestroyed()).subscribe(() => {
      this.kept = new Map();
    });
    const write = (): void => {
      this.write();
    };
    document.addEventListener('visibilitychange', write, { signal: injectDestroySignal() });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  /** Starts from the rooms that the cache just returned. */
  startFrom(held: HeldRooms): void {
    this.kept = held;
  }

  private write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const held = this.rooms.held();
    const before = this.kept;
    this.kept = held;
    for (const [roomId, room] of held) {
      const kept = before.get(roomId);
      if (kept === room) continue;
      void this.save(roomId, room, kept);
    }
    for (const roomId of before.keys()) if (!held.has(roomId)) void this.cache.rooms.forget(roomId);
  }

  /** A room that failed to be written is written in full the next time, so that no head claims missing data. */
  private async save(roomId: RoomId, room: HeldRoom, kept: HeldRoom | undefined): Promise<void> {
    if (await this.cache.rooms.save(toCache(room), newlyHeld(kept, room), newRevisions(kept, room))) return;
    this.kept = new Map([...this.kept].filter(([other]) => other !== roomId));
  }
}
