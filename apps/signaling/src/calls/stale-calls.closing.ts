import { accepted } from '@devchitchat/contracts';
import { GroupCommit } from '@devchitchat/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { serverContext } from '../server-context';
import { CallHistory } from './call-history.repository';
import { CallsRegistry } from './calls.registry';
import { ended } from './decide';

/** Ends what was on when the service ended. Whoever is still there hears it, keeps talking, and joins a new call. */
@Injectable()
export class StaleCallsClosing implements OnModuleInit {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly history: CallHistory,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRegistry,
  ) {}

  /** Throws when it cannot be stored. */
  async onModuleInit(): Promise<void> {
    const closed = await this.groupCommit.run(serverContext(), (transaction) => {
      for (const call of this.history.open())
        this.calls.append(transaction, ended(call, this.rooms.byId(call.roomId), 'restart'));
      return accepted({});
    });
    if (!closed.ok) throw new Error(closed.error.message);
  }
}
