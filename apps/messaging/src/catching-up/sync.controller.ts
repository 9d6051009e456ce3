import {
  accepted,
  limits,
  messagingCommands as messaging,
  type InputOf,
  type ReplyTo,
  type RoomId,
  type ValueOf,
} from '@devchitchat/contracts';
import { EventLog, Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { answerBytes, jsonBytes } from '../answer-size';
import { RoomsRepository } from '../rooms/rooms.repository';
import { wayToCatchUp } from './catch-up';
import { SnapshotsRepository } from './snapshots.repository';

type SyncedRoom = ValueOf<typeof messaging.sync>['rooms'][number];

@Controller()
export class SyncController {
  constructor(
    private readonly log: EventLog,
    private readonly rooms: RoomsRepository,
    private readonly snapshots: SnapshotsRepository,
  ) {}

  /** Room after room, those asked for first and in the order asked, until the answer is large enough. */
  @Handles(messaging.sync)
  catchUp(input: InputOf<typeof messaging.sync>, { actor }: SignedInContext): ReplyTo<typeof messaging.sync> {
    const held = new Map(input.rooms.map(({ roomId, after }) => [roomId, after]));
    const entrances = this.rooms.entrancesOf(actor.userId);
    const gone = [...held.keys()].filter((roomId) => !entrances.has(roomId));
    const rooms: SyncedRoom[] = [];
    let bytes = 0;
    for (const roomId of new Set([...held.keys(), ...entrances.keys()])) {
      const joined = entrances.get(roomId);
      const synced = joined === undefined ? undefined : this.catchUpRoom(roomId, joined, held.get(roomId));
      if (!synced) continue;
      if (bytes >= answerBytes) return accepted({ rooms, gone, more: true });
      rooms.push(synced);
      bytes += jsonBytes(synced);
    }
    return accepted({ rooms, gone, more: false });
  }

  private catchUpRoom(roomId: RoomId, joined: number, held: number | undefined): SyncedRoom | undefined {
    const way = wayToCatchUp({ joined, held, head: this.headOf(roomId) });
    if (way === 'none') return undefined;
    const events = way === 'events' && held !== undefined ? this.eventsAfter(roomId, held) : undefined;
    return events ?? { kind: 'snapshot', roomId, snapshot: this.snapshots.of(roomId) };
  }

  /** `undefined` when they are too many for one answer. */
  private eventsAfter(roomId: RoomId, after: number): SyncedRoom | undefined {
    const events = this.log.inScope({ kind: 'room', id: roomId }, after, limits.eventsPerSync + 1);
    if (events.length > limits.eventsPerSync || jsonBytes(events) > answerBytes) return undefined;
    return { kind: 'events', roomId, events, head: this.headOf(roomId) };
  }

  private headOf(roomId: RoomId): number {
    return this.log.headOf({ kind: 'room', id: roomId });
  }
}
