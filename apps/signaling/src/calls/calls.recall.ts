import { GroupCommit } from '@devchitchat/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { Attendance } from './attendance';
import { CallsRegistry } from './calls.registry';
import { ended, peersWhere } from './decide';
import { SeatsRepository } from './seats.repository';

/**
 * Goes on with the calls that were on when the service ended: its start is nothing that anybody in a call notices. Only a
 * call of which no seat is known, from before seats were kept, is over.
 */
@Injectable()
export class CallsRecall implements OnModuleInit {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRegistry,
    private readonly seats: SeatsRepository,
    private readonly attendance: Attendance,
  ) {}

  /** Throws when it cannot be stored. */
  async onModuleInit(): Promise<void> {
    this.calls.readAnew();
    const seats = this.seats.all();
    this.attendance.recall(seats);
    await this.groupCommit.store((transaction) => {
      for (const call of this.calls.all()) {
        const isLost = peersWhere(call, (peerId) => seats.has(peerId)).length === 0;
        if (isLost) this.calls.append(transaction, ended(call, this.rooms.byId(call.roomId), 'restart'));
      }
    });
  }
}
