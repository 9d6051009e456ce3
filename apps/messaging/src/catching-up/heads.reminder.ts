import type { AnyEvent, RoomId } from '@devchitchat/contracts';
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
    const latest = new Map<string, AnyEvent>();
    for (const event of this.log.after(Math.max(0, this.log.head() - uncertain), uncertain)) {
      latest.set(event.scope.id, event);
    }
    for (const [roomId, event] of latest) {
      const room = this.rooms.byId(roomId as RoomId);
      if (room) this.heads.note({ event, audience: membersOf(room) });
    }
  }
}
