import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { departureOf, isEvent, messagingEvents, type RoomId, type UserId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Session } from '../session/session';
import { nobody, stillWriting, withoutWriter, withWriter, type Writers } from './writers';
import { injectTimers } from '../../platform/time/timers';

/** Milliseconds between two reports that the user is typing. */
const reportEveryMs = 500;

/** The users who are typing, by room. */
@Injectable()
export class Typing {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly later = injectTimers();
  private readonly rooms = signal<ReadonlyMap<RoomId, Writers>>(new Map());
  private reportedAt = -Infinity;
  private reportedIn: RoomId | undefined;

  constructor() {
    this.connection.typing.pipe(takeUntilDestroyed()).subscribe(({ roomId, userId }) => {
      if (userId !== this.session.me()?.userId) this.began(roomId, userId);
    });
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      const userId = isEvent(messagingEvents.messageSent, event) ? event.actorUserId : departureOf(event)?.userId;
      if (userId) this.change(event.scope.id as RoomId, (writers) => withoutWriter(writers, userId));
      // The other members stop seeing that the user types, so the next letter is reported again.
      if (userId === this.session.me()?.userId) this.reportedIn = undefined;
    });
  }

  in(roomId: RoomId): readonly UserId[] {
    return [...(this.rooms().get(roomId) ?? nobody).keys()];
  }

  /** The user typed in this room. Reported at most every 500 ms, and only with a connection. */
  report(roomId: RoomId): void {
    const now = performance.now();
    if (roomId === this.reportedIn && now - this.reportedAt < reportEveryMs) return;
    if (this.connection.state() !== 'online') return;
    this.reportedIn = roomId;
    this.reportedAt = now;
    void this.connection.ask('typing.start', { roomId });
  }

  private began(roomId: RoomId, userId: UserId): void {
    const now = performance.now();
    this.change(roomId, (writers) => withWriter(writers, userId, now));
    const until = this.rooms().get(roomId)?.get(userId) ?? now;
    this.later(
      () => {
        this.change(roomId, (writers) => stillWriting(writers, performance.now()));
      },
      until - now + 1,
    );
  }

  private change(roomId: RoomId, to: (writers: Writers) => Writers): void {
    this.rooms.update((rooms) => {
      const before = rooms.get(roomId) ?? nobody;
      const after = to(before);
      return after === before ? rooms : new Map(rooms).set(roomId, after);
    });
  }
}
