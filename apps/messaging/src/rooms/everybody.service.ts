import { setTimeout as delay } from 'node:timers/promises';
import { accepted } from '@devchitchat/contracts';
import { GroupCommit, serverContext, type Transaction } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
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
  private isDue = false;
  private working: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly everybody: EverybodyRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  /** Call when a room became one for everybody, or somebody came. */
  wake(): void {
    this.isDue = true;
    this.working ??= this.workWhileDue().finally(() => (this.working = undefined));
  }

  private async workWhileDue(): Promise<void> {
    while (this.isDue && !this.stopping.signal.aborted) {
      this.isDue = false;
      const step = await this.groupCommit.run(serverContext(), (transaction) => accepted(this.add(transaction)));
      if (step.ok && step.value === 0) continue;
      this.isDue = true;
      await delay(step.ok ? pauseMs : retryAfterMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
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
