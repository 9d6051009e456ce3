import { accepted, type MsgId } from '@devchitchat/contracts';
import { ErasedTexts, GroupCommit, SQLITE, serverContext, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWork } from '../due-work/due-work.loop';
import { SearchProjection } from './search.projection';

/** Messages renewed per transaction, which blocks all other writes: each takes a tenth of a millisecond, long ones more. */
const atOnce = 50;
/** Milliseconds between two transactions, for other writes. */
const pauseMs = 10;
/** Milliseconds until the next attempt after a failed write. */
const retryAfterMs = 2_000;

/**
 * Renews messages that earlier releases indexed, from the newest to the oldest. Each batch stores its progress, so that
 * the work resumes after a crash. Meanwhile the older ones are found as before.
 */
@Injectable()
export class Reindexing implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly statements;
  private readonly projection: SearchProjection;
  private readonly work = new DueWork(() => this.renew());

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly groupCommit: GroupCommit,
    private readonly erasedTexts: ErasedTexts,
  ) {
    this.projection = new SearchProjection(sqlite);
    this.statements = {
      last: sqlite.prepare<[], MsgId | null>('SELECT max(last) FROM search_reindexing').pluck(),
      move: sqlite.prepare('UPDATE search_reindexing SET last = min(last, ?)'),
      end: sqlite.prepare('DELETE FROM search_reindexing'),
      upTo: sqlite
        .prepare<[MsgId], MsgId>(`SELECT msg_id FROM messages WHERE msg_id <= ? ORDER BY msg_id DESC LIMIT ${atOnce}`)
        .pluck(),
    };
  }

  onApplicationBootstrap(): void {
    this.work.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  private async renew(): Promise<number | null> {
    if (this.last() === null) return null;
    const step = await this.groupCommit.run(serverContext(), () => this.step());
    return step.ok ? pauseMs : retryAfterMs;
  }

  /** The newest message that is not renewed yet. */
  private last(): MsgId | null {
    return this.statements.last.get() ?? null;
  }

  /** Renews one batch. Call it in a transaction. */
  step() {
    const last = this.last();
    const messages = last === null ? [] : this.statements.upTo.all(last);
    for (const msgId of messages) this.projection.renew(msgId);
    const lowest = messages.at(-1);
    if (lowest === undefined || messages.length < atOnce) this.end();
    else this.statements.move.run(lowest - 1);
    return accepted({});
  }

  private end(): void {
    this.statements.end.run();
    // Pages of the indexes were rewritten, so old ones are in the write-ahead log.
    this.erasedTexts.sweepSoon();
  }
}
