import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isEvent, messagingEvents, slowModeSecondsFor, type RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { roleIn } from '../rooms/member-rights';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { injectTimers } from '../../platform/time/timers';

/**
 * Where one has to wait before one says the next thing, and until when. It is learned from what one says and from refusals,
 * and counted by a monotonic clock.
 */
@Injectable()
export class SlowMode {
  private readonly rooms = inject(Rooms);
  private readonly session = inject(Session);
  private readonly later = injectTimers();
  private readonly begun = signal<ReadonlyMap<RoomId, number>>(new Map());

  /** The rooms in which one waits, each with the end of that, as a reading of `performance.now()`. */
  readonly waits = computed<ReadonlyMap<RoomId, number>>(
    () => new Map([...this.begun()].filter(([roomId]) => this.secondsFor(roomId) > 0)),
    { equal: (a, b) => a.size === b.size && [...a].every(([roomId, end]) => b.get(roomId) === end) },
  );

  constructor() {
    inject(Connection)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        const isMine = event.actorUserId !== null && event.actorUserId === this.session.me()?.userId;
        if (isMine && isEvent(messagingEvents.messageSent, event)) this.said(event.body.roomId);
      });
  }

  /** Seconds that one waits in this room from one message to the next; 0 where one does not. */
  secondsFor(roomId: RoomId): number {
    const held = this.rooms.held().get(roomId);
    return held ? slowModeSecondsFor(held.room, roleIn(held, this.session.me())) : 0;
  }

  /** One said something there, just now. */
  said(roomId: RoomId): void {
    const seconds = this.secondsFor(roomId);
    if (seconds > 0) this.begin(roomId, seconds * 1_000);
  }

  /** One waits there, from now on. */
  begin(roomId: RoomId, ms: number): void {
    const end = performance.now() + ms;
    this.begun.update((waits) => new Map(waits).set(roomId, end));
    this.later(() => {
      if (this.begun().get(roomId) !== end) return;
      this.begun.update((waits) => new Map([...waits].filter(([other]) => other !== roomId)));
    }, ms);
  }
}
