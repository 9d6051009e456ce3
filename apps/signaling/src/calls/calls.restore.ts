import { GroupCommit } from '@devchitchat/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { Liveness } from './liveness';
import { CallsRegistry } from './calls.registry';
import { ended, peersWhere } from './decide';
import { PeerSessionsRepository } from './peer-sessions.repository';

/**
 * Resumes the calls that were in progress when the service stopped: peers do not notice a restart. Only calls without
 * stored peer sessions, from earlier versions, are ended.
 */
@Injectable()
export class CallsRestore implements OnModuleInit {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRegistry,
    private readonly sessions: PeerSessionsRepository,
    private readonly liveness: Liveness,
  ) {}

  /** @throws if the disk takes no writes */
  async onModuleInit(): Promise<void> {
    this.calls.readAnew();
    const sessions = this.sessions.all();
    this.liveness.restore(sessions);
    await this.groupCommit.store((transaction) => {
      for (const call of this.calls.all()) {
        const isLost = peersWhere(call, (peerId) => sessions.has(peerId)).length === 0;
        if (isLost) this.calls.append(transaction, ended(call, this.rooms.byId(call.roomId), 'restart'));
      }
    });
  }
}
