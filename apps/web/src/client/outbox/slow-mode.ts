import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isEvent, messagingEvents, slowModeSecondsFor, type RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { roleIn } from '../rooms/member-rights';
import { injectOwnMutes } from '../rooms/own-mutes';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { injectTimers } from '../../platform/time/timers';

/**
 * The rooms in which slow mode makes the user wait, and until when. Learned from sent messages and from refusals, and
 * measured by a monotonic clock.
 */
@Injectable()
export class SlowMode {
  private readonly rooms = inject(Rooms);
  private readonly session = inject(Session);
  private readonly later = injectTimers();
  private readonly begun = signal<ReadonlyMap<RoomId, number>>(new Map());

  /** The rooms in which the user waits, each with the end of the wait as a reading of `performance.now()`. */
  readonly waits = computed<ReadonlyMap<RoomId, number>>(
    () => new Map([...this.begun()].filter(([roomId]) => this.secondsFor(roomId) > 0)),
    { equal: (a, b) => a.size === b.size && [...a].every(([roomId, end]) => b.get(roomId) === end) },
  );

  private readonly mutes = injectOwnMutes();
  /**
   * The rooms in which messages wait for slow mode. A mute ends the wait: the server refuses the message, unless it has it
   * already, and it becomes a draft again.
   */
  readonly silent = computed<ReadonlySet<RoomId>>(
    () => new Set([...this.waits().keys()].filter((roomId) => !this.mutes().has(roomId))),
  );

  constructor() {
    inject(Connection)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        const isMine = event.actorUserId !== null && event.actorUserId === this.session.me()?.userId;
        if (isMine && isEvent(messagingEvents.messageSent, event)) this.sent(event.body.roomId);
      });
  }

  /** Seconds between two messages of the user in this room; 0 without slow mode. */
  secondsFor(roomId: RoomId): number {
    const held = this.rooms.held().get(roomId);
    return held ? slowModeSecondsFor(held.room, roleIn(held, this.session.me())) : 0;
  }

  /** The user just sent a message to this room. */
  sent(roomId: RoomId): void {
    const seconds = this.secondsFor(roomId);
    if (seconds > 0) this.begin(roomId, seconds * 1_000);
  }

  /** Starts a wait in this room. */
  begin(roomId: RoomId, ms: number): void {
    const end = performance.now() + ms;
    this.begun.update((waits) => new Map(waits).set(roomId, end));
    this.later(() => {
      if (this.begun().get(roomId) !== end) return;
      this.begun.update((waits) => new Map([...waits].filter(([other]) => other !== roomId)));
    }, ms);
  }
}
