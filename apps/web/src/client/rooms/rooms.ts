import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  departureOf,
  isEvent,
  messagingEvents,
  type AnyEvent,
  type Message,
  type Reading,
  type ReadMark,
  type Room,
  type RoomId,
  type RoomLine,
  type RoomSnapshot,
} from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { injectCache } from '../cache/browser-cache';
import { Connection } from '../connection/connection';
import { Session } from '../session/session';
import { withMessages } from '../messages/fold';
import { toldBy, type Told } from '../messages/told';
import { newestLines } from '../messages/lines';
import { newest } from '../messages/stretch';
import {
  caughtUp,
  hasGap,
  receive,
  withMarks,
  withMorePeople,
  withRoomSnapshot,
  type HeldRoom,
  type MorePeople,
} from './held-room';
import { fromCache } from './room-keeping';
import { inSidebarOrder } from './room-order';

export type HeldRooms = ReadonlyMap<RoomId, HeldRoom>;

export interface Departure {
  readonly room: Room;
  /** The event that removed the user; `null` if it was not received. */
  readonly event: AnyEvent | null;
}

/** Number of messages held for a room that is not on the screen. */
const messagesAtRest = 200;

/** The user's rooms, followed event by event. */
@Injectable()
export class Rooms {
  private readonly session = inject(Session);
  private readonly cache = injectCache();

  private readonly rooms = signal<HeldRooms>(new Map());
  readonly held = this.rooms.asReadonly();
  private readonly isReady = signal(false);
  /** The held rooms can be shown: from the cache or fresh from the server. */
  readonly ready = this.isReady.asReadonly();
  /** The named rooms; direct conversations are in `Directs`. */
  readonly list = computed(() =>
    inSidebarOrder([...this.rooms().values()].map(({ room }) => room).filter(({ kind }) => kind !== 'direct')),
  );

  private readonly heardTold = signal<ReadonlyMap<RoomId, Told>>(new Map());
  /** The server's last report about unread messages, also about those that are not held. */
  readonly told = this.heardTold.asReadonly();
  /** The last move of any read mark that a `sync` reported. */
  private knownMarks = 0;

  private readonly heardDepartures = new Subject<Departure>();
  /** The user is no longer in a room that was held here, and did not leave it in this tab. */
  readonly departures = this.heardDepartures.asObservable();

  private readonly heardGaps = new Subject<void>();
  /** An event was missed. Only a `sync` can fetch it. */
  readonly gaps = this.heardGaps.asObservable();

  /** The epoch of the held rooms; unknown before the first `sync`. */
  private knownEpoch: string | undefined;
  private readonly heardRenewals = new Subject<void>();
  /** A backup was restored, and the previously held rooms were dropped. */
  readonly renewals = this.heardRenewals.asObservable();

  constructor() {
    inject(Connection)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        this.hear(event);
      });
  }

  get epoch(): string | undefined {
    return this.knownEpoch;
  }

  get marksRevision(): number {
    return this.knownMarks;
  }

  /** Restores the stored rooms. Resolves to `false` if rooms are held already, which are newer. */
  async recall(): Promise<boolean> {
    const epoch = await this.cache.values.get('epoch');
    const kept = await this.cache.rooms.all();
    if (this.isReady()) return false;
    this.knownEpoch = epoch;
    this.rooms.set(new Map(kept.map((room) => [room.roomId, fromCache(room)])));
    this.isReady.set(kept.length > 0);
    return true;
  }

  /** Restores the cached messages of a room before it is shown. */
  async recallMessages(roomId: RoomId): Promise<void> {
    this.mergeMessages(roomId, await this.cache.rooms.messages(roomId));
  }

  /** Applies the reply to a `sync`. */
  synced(answer: {
    epoch: string;
    snapshots: readonly RoomSnapshot[];
    stretches: readonly { roomId: RoomId; events: readonly AnyEvent[]; head: number }[];
    people: readonly (MorePeople & { readonly roomId: RoomId })[];
    gone: readonly RoomId[];
    reading: Reading;
    more: boolean;
  }): void {
    this.followEpoch(answer.epoch);
    for (const roomId of answer.gone) this.depart(roomId, null);
    this.rooms.update((before) => {
      const rooms = new Map(before);
      for (const snapshot of answer.snapshots) enter(rooms, snapshot);
      for (const { roomId, events, head } of answer.stretches) {
        const held = rooms.get(roomId);
        if (held) rooms.set(roomId, caughtUp(held, events, head));
      }
      for (const { roomId, ...more } of answer.people) {
        const held = rooms.get(roomId);
        if (held) rooms.set(roomId, withMorePeople(held, more));
      }
      return rooms;
    });
    this.applyReading(answer.reading);
    // Until the last part it does not name every room.
    if (!answer.more) this.heardTold.set(toldBy(answer.reading));
    this.isReady.set(true);
  }

  /** Applies moved read marks of members. */
  moveMarks(roomId: RoomId, marks: readonly ReadMark[]): void {
    this.change(roomId, (held) => withMarks(held, marks));
  }

  /** Applies a reply that opened a room to this user. */
  enter(snapshot: RoomSnapshot): void {
    this.rooms.update((rooms) => enter(new Map(rooms), snapshot));
    if (snapshot.peopleAfter !== null) this.heardGaps.next();
  }

  leave(roomId: RoomId): void {
    this.rooms.update((before) => {
      const rooms = new Map(before);
      rooms.delete(roomId);
      return rooms;
    });
  }

  /** Merges messages into a room's timeline: a page of history, or a sent message that the server just acknowledged. */
  mergeMessages(roomId: RoomId, messages: readonly Message[], lines: readonly RoomLine[] = []): void {
    this.change(roomId, (held) => ({ ...held, timeline: withMessages(held.timeline, messages, lines) }));
  }

  /** Drops history that was loaded only for display. */
  trimHistory(roomId: RoomId): void {
    this.change(roomId, ({ timeline, ...held }) => {
      const messages = newest(timeline.messages, messagesAtRest);
      return { ...held, timeline: { ...timeline, messages, lines: newestLines(timeline.lines) } };
    });
  }

  private applyReading({ marksRevision, marks }: Reading): void {
    this.knownMarks = marksRevision;
    for (const [roomId, moved] of Map.groupBy(marks, (mark) => mark.roomId)) this.moveMarks(roomId, moved);
  }

  private followEpoch(epoch: string): void {
    if (this.knownEpoch === epoch) return;
    const isRenewal = this.knownEpoch !== undefined;
    this.knownEpoch = epoch;
    if (!isRenewal) return void this.cache.values.set('epoch', epoch);
    void this.cache.beginEpoch(epoch);
    this.rooms.set(new Map());
    this.knownMarks = 0;
    this.heardRenewals.next();
  }

  private hear(event: AnyEvent): void {
    if (event.scope.kind !== 'room') return;
    const roomId = event.scope.id as RoomId;
    const me = this.session.me()?.userId;
    const isMine = 'userId' in (event.body as object) && (event.body as { userId: unknown }).userId === me;
    if (isEvent(messagingEvents.roomDeleted, event)) {
      if (event.actorUserId === me) this.leave(roomId);
      else this.depart(roomId, event);
    } else if (isMine && departureOf(event)) {
      this.depart(roomId, event);
    } else if (this.rooms().has(roomId)) {
      this.change(roomId, (held) => receive(held, event));
      const held = this.rooms().get(roomId);
      if (held && hasGap(held)) this.heardGaps.next();
    } else if (isMine && isEvent(messagingEvents.memberJoined, event)) {
      this.heardGaps.next();
    }
  }

  private depart(roomId: RoomId, event: AnyEvent | null): void {
    const held = this.rooms().get(roomId);
    if (!held) return;
    this.leave(roomId);
    this.heardDepartures.next({ room: held.room, event });
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
