import { GroupCommit } from '@devchitchat/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoomsRepository } from './rooms.repository';

/** Settles what an earlier version left: rooms that nobody governs, and links that outlived the right to make them. */
@Injectable()
export class RightsOpening implements OnModuleInit {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
  ) {}

  /** Changes nothing where nothing is to be settled. Throws when it cannot be stored. */
  async onModuleInit(): Promise<void> {
    await this.groupCommit.store((transaction) => {
      for (const roomId of this.rooms.toSettle()) this.rooms.settleRights(transaction, roomId);
    });
  }
}
