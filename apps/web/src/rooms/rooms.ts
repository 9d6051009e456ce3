import { computed, inject, Injectable, signal } from '@angular/core';
import {
  isEvent,
  messagingEvents,
  type AnyEvent,
  type Message,
  type RoomId,
  type RoomSnapshot,
} from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { injectCache } from '../cache/browser-cache';
import { Connection } from '../connection/connection';
import { Session } from '../session/session';
import { withMessages } from '../timeline/fold';
import { newest } from '../timeline/stretch';
import { caughtUp, hasGap, receive, withRoomSnapshot, type HeldRoom } from './held-room';
import { fromCache } from './room-keeping';
import { inSidebarOrder } from './room-order';

export type HeldRooms = ReadonlyMap<RoomId, HeldRoom>;

/** Messages held of a room that is not on the screen. */
const messagesAtRest = 200;

/** The rooms one is in, followed event by event. */
@Injectable({ providedIn: 'root' })
export class Rooms {
  private readonly session = inject(Session);
  private readonly cache = injectCache();

  private readonly rooms = signal<HeldRooms>(new Map());
  readonly held = this.rooms.asReadonly();
  private readonly isReady = signal(false);
  /** What is held is worth showing: kept from before, or fresh from the server. */
  readonly ready = this.isReady.asReadonly();
  readonly list = computed(() => inSidebarOrder([...this.rooms().values()].map(({ room }) => room)));

  private readonly heardGaps = new Subject<void>();
  /** Something was missed. Only a `sync` can tell what. */
  readonly gaps = this.heardGaps.asObservable();

  constructor() {
    inject(Connection).events.subscribe((event) => {
      this.hear(event);
    });
    this.session.ends.subscribe(() => {
      this.rooms.set(new Map());
      this.isReady.set(false);
    });
  }

  async recall(): Promise<void> {
    const kept = await this.cache.rooms();
    this.rooms.set(new Map(kept.map((room) => [room.roomId, fromCache(room)])));
    this.isReady.set(kept.length > 0);
  }

  /** Brings the kept messages of a room back, before it is shown. */
  async recallMessages(roomId: RoomId): Promise<void> {
    this.lay(roomId, await this.cache.messages(roomId));
  }

  /** Takes in what a `sync` answered. */
  synced(answer: {
    snapshots: readonly RoomSnapshot[];
    stretches: readonly { roomId: RoomId; events: readonly AnyEvent[]; head: number }[];
    gone: readonly RoomId[];
  }): void {
    this.rooms.update((before) => {
      const rooms = new Map(before);
      for (const snapshot of answer.snapshots) enter(rooms, snapshot);
      for (const { roomId, events, head } of answer.stretches) {
        const held = rooms.get(roomId);
        if (held) rooms.set(roomId, caughtUp(held, events, head));
      }
      for (const roomId of answer.gone) rooms.delete(roomId);
      return rooms;
    });
    this.isReady.set(true);
  }

  /** After an answer that opened a room to this person. */
  enter(snapshot: RoomSnapshot): void {
    this.rooms.update((rooms) => enter(new Map(rooms), snapshot));
  }

  leave(roomId: RoomId): void {
    this.rooms.update((before) => {
      const rooms = new Map(before);
      rooms.delete(roomId);
      return rooms;
    });
  }

  /** Lays messages into a room's timeline: a page of history, or one's own that the server just took. */
  lay(roomId: RoomId, messages: readonly Message[]): void {
    this.change(roomId, (held) => ({ ...held, timeline: withMessages(held.timeline, messages) }));
  }

  /** Lets go of history that was only loaded to be looked at. */
  rest(roomId: RoomId): void {
    this.change(roomId, (held) => ({
      ...held,
      timeline: { ...held.timeline, messages: newest(held.timeline.messages, messagesAtRest) },
    }));
  }

  private hear(event: AnyEvent): void {
    if (event.scope.kind !== 'room') return;
    const roomId = event.scope.id as RoomId;
    const me = this.session.me()?.userId;
    const isMine = 'userId' in (event.body as object) && (event.body as { userId: unknown }).userId === me;
    if (isMine && isEvent(messagingEvents.memberLeft, event)) {
      this.leave(roomId);
    } else if (this.rooms().has(roomId)) {
      this.change(roomId, (held) => receive(held, event));
      const held = this.rooms().get(roomId);
      if (held && hasGap(held)) this.heardGaps.next();
    } else if (isMine && isEvent(messagingEvents.memberJoined, event)) {
      this.heardGaps.next();
    }
  }

  private change(roomId: RoomId, to: (held: HeldRoom) => HeldRoom): void {
    this.rooms.update((rooms) => {
      const held = rooms.get(roomId);
      if (!held) return rooms;
      const after = to(held);
      return after === held ? rooms : new Map(rooms).set(roomId, after);
    });
  }
}

const enter = (rooms: Map<RoomId, HeldRoom>, snapshot: RoomSnapshot): Map<RoomId, HeldRoom> =>
  rooms.set(snapshot.room.roomId, withRoomSnapshot(rooms.get(snapshot.room.roomId), snapshot));
