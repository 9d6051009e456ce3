import {
  accepted,
  limits,
  messagingCommands as messaging,
  type InputOf,
  type PeopleCursor,
  type ReplyTo,
  type RoomId,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import { answerBytes, EventLog, Handles, jsonBytes, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { DirectsRepository } from '../directs/directs.repository';
import { ReadingState } from '../reading/reading.service';
import { historyStartOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';
import { mayHear, wayToCatchUp } from './catch-up';
import { SnapshotsRepository } from '../snapshots/snapshots.repository';

type SyncedRoom = ValueOf<typeof messaging.sync>['rooms'][number];

/**
 * The part of a room that the client holds: all events up to one, and the position after which its people are missing, if
 * it has only some of them.
 */
interface Holding {
  readonly after: number;
  readonly peopleAfter?: PeopleCursor | undefined;
}

const hasMorePeople = (synced: SyncedRoom): boolean =>
  (synced.kind === 'people' && synced.peopleAfter !== null) ||
  (synced.kind === 'snapshot' && synced.snapshot.peopleAfter !== null);

@Controller()
export class SyncController {
  constructor(
    private readonly log: EventLog,
    private readonly rooms: RoomsRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly directs: DirectsRepository,
    private readonly reading: ReadingState,
  ) {}

  /** Syncs room by room, those that the client named first and in its order, until the answer is large enough. */
  @Handles(messaging.sync)
  catchUp(input: InputOf<typeof messaging.sync>, { actor }: SignedInContext): ReplyTo<typeof messaging.sync> {
    const held = new Map(input.rooms.map(({ roomId, ...holding }) => [roomId, holding]));
    const epoch = this.log.epoch();
    const isOurs = input.epoch === undefined || input.epoch === epoch;
    const entrances = this.rooms.entrancesOf(actor.userId);
    const gone = [...held.keys()].filter((roomId) => !entrances.has(roomId));
    const own = {
      head: this.log.headOf({ kind: 'user', id: actor.userId }),
      hidden: this.directs.hiddenFrom(actor.userId),
    };
    const rooms: SyncedRoom[] = [];
    let bytes = 0;
    let more = false;
    for (const roomId of new Set([...held.keys(), ...entrances.keys()])) {
      const joined = entrances.get(roomId);
      if (joined === undefined) continue;
      const synced = this.catchUpRoom(roomId, actor.userId, joined, isOurs ? held.get(roomId) : undefined);
      if (synced.length === 0) continue;
      if (bytes >= answerBytes || rooms.length + synced.length > limits.roomsPerSync) {
        more = true;
        break;
      }
      rooms.push(...synced);
      bytes += jsonBytes(synced);
      more ||= synced.some((each) => hasMorePeople(each));
    }
    // Read state is sent only in an answer that is not large yet.
    if (more || bytes >= answerBytes) {
      const reading = { marksRevision: isOurs ? input.marksAfter : 0, marks: [], mentions: [] };
      return accepted({ epoch, rooms, gone, own, more: true, reading });
    }
    // Read marks may refer to messages whose events are still missing, so they come with the last answer.
    const last = this.reading.after(
      isOurs ? input.marksAfter : 0,
      actor.userId,
      [...held.keys()],
      [...entrances.keys()],
    );
    return accepted({ epoch, rooms, gone, own, ...last });
  }

  private catchUpRoom(roomId: RoomId, userId: UserId, joined: number, held: Holding | undefined): SyncedRoom[] {
    const head = this.headOf(roomId);
    const way = wayToCatchUp({ joined, held: held?.after, head });
    const events = way === 'events' && held ? this.eventsAfter(roomId, userId, held.after) : undefined;
    if (way === 'snapshot' || (way === 'events' && !events)) {
      return [{ kind: 'snapshot', roomId, snapshot: this.snapshots.of(roomId, userId) }];
    }
    const place = held?.peopleAfter;
    const people: SyncedRoom[] = place
      ? [{ kind: 'people', roomId, ...this.snapshots.peopleOf(roomId, place), head }]
      : [];
    return events ? [events, ...people] : people;
  }

  /** `undefined` if the events do not fit into one answer. */
  private eventsAfter(roomId: RoomId, userId: UserId, after: number): SyncedRoom | undefined {
    const events = this.log.inScope({ kind: 'room', id: roomId }, after, limits.eventsPerSync + 1);
    if (events.length > limits.eventsPerSync || jsonBytes(events) > answerBytes) return undefined;
    const start = historyStartOf(this.rooms.byId(roomId), userId);
    return {
      kind: 'events',
      roomId,
      events: events.filter((event) => mayHear(event, start)),
      head: this.headOf(roomId),
    };
  }

  private headOf(roomId: RoomId): number {
    return this.log.headOf({ kind: 'room', id: roomId });
  }
}
