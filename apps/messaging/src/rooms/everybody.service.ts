import { accepted } from '@devchitchat/contracts';
import { GroupCommit, serverContext, type Transaction } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWork } from '../due-work/due-work.loop';
import { enter } from './decide';
import { EverybodyRepository } from './everybody.repository';
import { RoomsRepository } from './rooms.repository';

/** People added per transaction. All members hear of each. */
const atOnce = 10;
/** Milliseconds between two transactions, for other writes and for those who read their new room. */
const pauseMs = 100;
/** Milliseconds until the next attempt after a failed write. */
const retryAfterMs = 2_000;

/** Adds everybody to the rooms for everybody, a few at a time. Resumes at startup after a crash. */
@Injectable()
export class Everybody implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new DueWork(() => this.step());

  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly everybody: EverybodyRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  /** Call when a room became one for everybody, or somebody came. */
  wake(): void {
    this.work.wake();
  }

  private async step(): Promise<number | null> {
    const step = await this.groupCommit.run(serverContext(), (transaction) => accepted(this.add(transaction)));
    if (step.ok && step.value === 0) return null;
    return step.ok ? pauseMs : retryAfterMs;
  }

  /** The number of people added. */
  private add(transaction: Transaction): number {
    let left = atOnce;
    for (const roomId of this.everybody.rooms()) {
      for (const userId of left > 0 ? this.everybody.missingIn(roomId, left) : []) {
        const room = this.rooms.byId(roomId);
        for (const draft of room ? enter(room, userId, 'everybody') : []) this.rooms.append(transaction, draft);
        left -= 1;
      }
    }
    return atOnce - left;
  }
}
