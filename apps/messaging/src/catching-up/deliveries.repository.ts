import { accepted } from '@devchitchat/contracts';
import { GroupCommit, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { serverContext } from '../server-context';
import { PendingWatermarks, type Watermark } from './watermarks';

/** Milliseconds for which watermarks gather before they are stored together. */
const gatherFor = 1_000;

/** Delivery watermarks. They gather in memory, so that acknowledging costs the disk next to nothing. */
@Injectable()
export class DeliveriesRepository implements OnModuleDestroy {
  private readonly pending = new PendingWatermarks();
  private readonly raiseStored;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly groupCommit: GroupCommit,
  ) {
    this.raiseStored = sqlite.prepare(
      `INSERT INTO deliveries (user_id, room_id, after_seq, last_delivered_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET after_seq = excluded.after_seq, last_delivered_at = excluded.last_delivered_at
      WHERE excluded.after_seq > after_seq`,
    );
  }

  /** Stored within a second; after a crash in between the client's next one makes it good. */
  raise(mark: Watermark): void {
    this.pending.raise(mark);
    this.timer ??= setTimeout(() => void this.store(), gatherFor).unref();
  }

  async onModuleDestroy(): Promise<void> {
    await this.store();
    clearTimeout(this.timer);
  }

  private async store(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const marks = this.pending.take();
    if (marks.length === 0) return;
    const stored = await this.groupCommit.run(serverContext(), ({ now }) => {
      for (const { userId, roomId, afterSeq } of marks) this.raiseStored.run(userId, roomId, afterSeq, now);
      return accepted({});
    });
    // The disk is full: they wait for the next second.
    if (!stored.ok) for (const mark of marks) this.raise(mark);
  }
}
