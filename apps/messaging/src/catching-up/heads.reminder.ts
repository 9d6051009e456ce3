import { isEvent, messagingEvents, type RoomId } from '@devchitchat/contracts';
import { EventLog, ScopeHeads } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { membersOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';

/** Events at the end of the log of which it is not known whether they were published. Many times the largest commit. */
const uncertain = 2_000;

/**
 * A process that dies between a commit and its publishing leaves events that nobody heard. A retry of their command finds
 * them done and publishes nothing, so that it is the start after the crash that has to point at them.
 */
@Injectable()
export class HeadsReminder implements OnApplicationBootstrap {
  constructor(
    private readonly log: EventLog,
    private readonly heads: ScopeHeads,
    private readonly rooms: RoomsRepository,
  ) {}

  onApplicationBootstrap(): void {
    const recent = this.log.after(Math.max(0, this.log.head() - uncertain), uncertain);
    for (const [roomId, events] of Map.groupBy(recent, ({ scope }) => scope.id as RoomId)) {
      const room = this.rooms.byId(roomId);
      const event = events.at(-1);
      const leavers = events.filter((each) => isEvent(messagingEvents.memberLeft, each)).map(({ body }) => body.userId);
      if (room && event) this.heads.note({ event, audience: [...new Set([...membersOf(room), ...leavers])] });
    }
  }
}
