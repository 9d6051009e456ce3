import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { AnyEvent, Call, CallId, RoomId } from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { coalesced } from '../connection/coalesced';
import { Connection } from '../connection/connection';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { heard, learned, listed, noCalls } from './known-calls';

const retryMs = 1_000;

/** The calls in one's rooms: who is in which, whether one is in it oneself or not. */
@Injectable({ providedIn: 'root' })
export class Calls {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly known = signal(noCalls);
  readonly byRoom = computed<ReadonlyMap<RoomId, Call>>(
    () =>
      new Map(
        [...this.known().calls.values()]
          .filter(({ roomId }) => this.rooms.held().has(roomId))
          .map((call) => [call.roomId, call]),
      ),
  );

  private readonly heardChanges = new Subject<void>();
  readonly changes = this.heardChanges.asObservable();
  private readonly reload = coalesced(() => this.load());

  constructor() {
    const session = inject(Session);
    session.arrivals.subscribe(() => void this.reload());
    session.ends.subscribe(() => {
      this.known.set(noCalls);
    });
    this.connection.resyncs.subscribe(() => void this.reload());
    this.connection.events.subscribe((event) => {
      if (event.scope.kind === 'call') this.hear(event);
    });
    this.connection.heads.subscribe(({ service, scope, head }) => {
      if (service === 'signaling' && head > (this.known().heads.get(scope.id as CallId) ?? 0)) void this.reload();
    });
    this.reloadInNewRooms();
  }

  byId(callId: CallId): Call | undefined {
    return this.known().calls.get(callId);
  }

  /** After an answer that has a call in it. */
  learn(call: Call): void {
    this.known.set(learned(this.known(), call));
    this.heardChanges.next();
  }

  private hear(event: AnyEvent): void {
    const { known, missed } = heard(this.known(), event);
    this.known.set(known);
    this.heardChanges.next();
    if (missed) void this.reload();
  }

  private async load(): Promise<void> {
    const askedFor = this.known().heads;
    const reply = await this.connection.ask('rtc.call_list', {});
    if (reply.ok) {
      this.known.set(listed(this.known(), reply.value.calls, askedFor));
      this.heardChanges.next();
    } else if (this.connection.state() === 'online') {
      setTimeout(() => void this.reload(), reply.error.retryAfterMs ?? retryMs);
    }
  }

  /** What happened in a room before one came in was not told. */
  private reloadInNewRooms(): void {
    let before: ReadonlySet<RoomId> = new Set();
    effect(() => {
      const now = new Set(this.rooms.held().keys());
      const isNew = [...now].some((roomId) => !before.has(roomId));
      before = now;
      if (isNew && this.connection.state() === 'online') void this.reload();
    });
  }
}
