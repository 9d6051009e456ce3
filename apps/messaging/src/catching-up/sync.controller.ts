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

type Answer = ValueOf<typeof messaging.sync>;
type SyncedRoom = Answer['rooms'][number];

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
    const asked = new Map(input.rooms.map(({ roomId, after }) => [roomId, after]));
    const joinedAt = this.rooms.entrancesOf(actor.userId);
    const answer: Answer = { rooms: [], gone: [], more: false };
    let bytes = 0;
    for (const roomId of new Set([...asked.keys(), ...joinedAt.keys()])) {
      const held = asked.get(roomId);
      const way = wayToCatchUp({ joined: joinedAt.get(roomId), held, head: this.headOf(roomId) });
      if (way === 'gone') answer.gone.push(roomId);
      if (way === 'gone' || way === 'none') continue;
      if (bytes >= answerBytes) {
        answer.more = true;
        continue;
      }
      const synced = (way === 'events' && this.eventsAfter(roomId, held ?? 0)) || this.snapshotOf(roomId);
      answer.rooms.push(synced);
      bytes += jsonBytes(synced);
    }
    return accepted(answer);
  }

  /** `undefined` when they are too many for one answer. */
  private eventsAfter(roomId: RoomId, after: number): SyncedRoom | undefined {
    const events = this.log.inScope({ kind: 'room', id: roomId }, after, limits.eventsPerSync + 1);
    if (events.length > limits.eventsPerSync || jsonBytes(events) > answerBytes) return undefined;
    return { kind: 'events', roomId, events, head: this.headOf(roomId) };
  }

  private snapshotOf(roomId: RoomId): SyncedRoom {
    return { kind: 'snapshot', roomId, snapshot: this.snapshots.of(roomId) };
  }

  private headOf(roomId: RoomId): number {
    return this.log.headOf({ kind: 'room', id: roomId });
  }
}
