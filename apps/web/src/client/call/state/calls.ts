import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { AnyEvent, Call, CallId, Peer, RoomId } from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { coalesced } from '../../connection/coalesced';
import { Connection } from '../../connection/connection';
import { wholeList } from '../../connection/whole-list';
import { injectTimers } from '../../../platform/time/timers';
import { Rooms } from '../../rooms/rooms';
import { Session } from '../../session/session';
import { applyEvent, applyCall, applyList, noCalls } from './known-calls';

const retryMs = 1_000;

/** The calls in the user's rooms and their participants. */
@Injectable()
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

  /** Participants of the call this tab is in, as it sees them over its own links; `null` outside calls. */
  readonly ownView = signal<{ readonly roomId: RoomId; readonly people: readonly Peer[] } | null>(null);
  /** Participants of each room's call. Every list on the page uses it, so that no two lists differ. */
  readonly people = computed<ReadonlyMap<RoomId, readonly Peer[]>>(() => {
    const people = new Map<RoomId, readonly Peer[]>();
    for (const [roomId, { peers }] of this.byRoom()) people.set(roomId, peers);
    const inside = this.ownView();
    if (inside) people.set(inside.roomId, inside.people);
    return people;
  });

  private readonly changed = new Subject<void>();
  readonly changes = this.changed.asObservable();
  private readonly later = injectTimers();
  readonly reload = coalesced(() => this.load());

  constructor() {
    inject(Session)
      .arrivals.pipe(takeUntilDestroyed())
      .subscribe(() => void this.reload());
    this.connection.resyncs.pipe(takeUntilDestroyed()).subscribe(() => void this.reload());
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event.scope.kind === 'call') this.applyEvent(event);
    });
    this.connection.heads.pipe(takeUntilDestroyed()).subscribe(({ service, scope, head }) => {
      if (service === 'signaling' && head > (this.known().heads.get(scope.id as CallId) ?? 0)) void this.reload();
    });
    this.reloadInNewRooms();
  }

  byId(callId: CallId): Call | undefined {
    return this.known().calls.get(callId);
  }

  inRoom(roomId: RoomId): Call | undefined {
    return this.byRoom().get(roomId);
  }

  /** Applies a call from a reply. */
  learn(call: Call): void {
    this.known.set(applyCall(this.known(), call));
    this.changed.next();
  }

  private applyEvent(event: AnyEvent): void {
    const { known, missed } = applyEvent(this.known(), event);
    this.known.set(known);
    this.changed.next();
    if (missed) void this.reload();
  }

  private async load(): Promise<void> {
    const askedFor = this.known().heads;
    const reply = await wholeList(this.connection, 'rtc.call_list', {}, ({ calls }) => calls);
    if (reply.ok) {
      this.known.set(applyList(this.known(), reply.value, askedFor));
      this.changed.next();
    } else if (this.connection.state() === 'online') {
      this.later(() => void this.reload(), reply.error.retryAfterMs ?? retryMs);
    }
  }

  /** The server sends no events from before the user entered a room. */
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
