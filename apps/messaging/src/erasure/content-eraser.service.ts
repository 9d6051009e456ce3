import { accepted } from '@devchitchat/contracts';
import { ErasedTexts, EventLog, GroupCommit, type Transaction, serverContext } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWork } from '../due-work/due-work.loop';
import { FileSweep } from '../files/file-sweep.service';
import { MessagesRepository } from '../messages/messages.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import { eraseTexts, type Erasure } from './erasure';
import { ErasuresRepository } from './erasures.repository';

/** Texts erased per transaction, which takes about 20 ms and blocks all other writes. */
const atOnce = 25;
/** Events that one transaction scans for them. */
const lookThrough = 5_000;
/** Milliseconds between two transactions, for other writes. */
const pauseMs = 20;
/** Milliseconds until the next attempt after a failed write. */
const retryAfterMs = 2_000;

/**
 * Erases the texts of deleted accounts in small batches. Each batch stores its progress, so that the erasure resumes
 * after a crash.
 */
@Injectable()
export class ContentEraser implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new DueWork(() => this.step());

  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly log: EventLog,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly erasures: ErasuresRepository,
    private readonly erasedTexts: ErasedTexts,
    private readonly fileSweep: FileSweep,
  ) {}

  /** Resumes erasures that a crash interrupted. */
  onApplicationBootstrap(): void {
    this.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  /** Call when an erasure was requested. */
  wake(): void {
    this.work.wake();
  }

  private async step(): Promise<number | null> {
    const erasure = this.erasures.next();
    if (!erasure) return null;
    const step = await this.groupCommit.run(serverContext(), (transaction) => this.erase(transaction, erasure));
    if (step.ok) {
      this.erasedTexts.sweepSoon();
      this.fileSweep.messagesAreGone();
    }
    return step.ok ? pauseMs : retryAfterMs;
  }

  private erase(transaction: Transaction, erasure: Erasure) {
    const { userId } = erasure;
    const end = Math.min(erasure.after + lookThrough, this.log.head());
    const written = this.erasures.written(erasure, end, atOnce);
    for (const draft of eraseTexts(written, userId, (roomId) => this.rooms.byId(roomId))) {
      this.rooms.append(transaction, draft);
    }
    for (const { eventId, message } of written) {
      transaction.erase(eventId);
      for (const edit of message ? this.messages.textEventsOf(message.msgId) : []) transaction.erase(edit);
    }
    const after = written.length === atOnce ? (written.at(-1)?.eventId ?? end) : end;
    // The person has left every room and sends nothing more, so the erasure is finished at the end of the log.
    if (after === end && end < erasure.after + lookThrough) this.erasures.end(userId);
    else this.erasures.move(userId, after);
    return accepted({});
  }
}
