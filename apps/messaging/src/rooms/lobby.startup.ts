import { lobbyName, type RoomId } from '@devchitchat/contracts';
import { GroupCommit, randomId } from '@devchitchat/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openLobby } from './decide';
import { RoomsRepository } from './rooms.repository';

/** Creates the lobby before the first account exists. */
@Injectable()
export class LobbyStartup implements OnModuleInit {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
  ) {}

  /** Takes effect once per server. Throws if the lobby cannot be stored. */
  async onModuleInit(): Promise<void> {
    await this.groupCommit.store((transaction) => {
      if (!this.rooms.lobby()) this.rooms.append(transaction, openLobby(randomId<RoomId>('r'), lobbyName));
    });
  }
}
