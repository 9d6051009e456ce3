import { GroupCommit } from '@devchitchat/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoomsRepository } from './rooms.repository';

/**
 * Repairs at startup the data of earlier versions: transfers rooms that no one governs, and voids invites whose
 * creators lost the right to create them.
 */
@Injectable()
export class RightsStartup implements OnModuleInit {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
  ) {}

  /** Changes nothing if no repair is needed. Throws if one cannot be stored. */
  async onModuleInit(): Promise<void> {
    await this.groupCommit.store((transaction) => {
      for (const roomId of this.rooms.toSettle()) this.rooms.settleRights(transaction, roomId);
    });
  }
}
