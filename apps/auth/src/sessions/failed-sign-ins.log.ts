import { accepted, type UserId } from '@devchitchat/contracts';
import { GroupCommit, serverContext } from '@devchitchat/service-kit';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FailedSignIns, signInFailed, togetherFor } from './failed-sign-ins';

/** Appends failed sign-ins to the log for the audit log. The client does not wait for it. */
@Injectable()
export class FailedSignInsLog implements OnModuleDestroy {
  private readonly failures = new FailedSignIns();
  private readonly timers = new Map<UserId | null, NodeJS.Timeout>();

  constructor(private readonly groupCommit: GroupCommit) {}

  note(userId: UserId | null): void {
    if (this.failures.add(userId) === 'tell now') void this.tell(userId);
  }

  async onModuleDestroy(): Promise<void> {
    const waiting = [...this.timers];
    for (const [, timer] of waiting) clearTimeout(timer);
    this.timers.clear();
    await Promise.all(waiting.map(([userId]) => this.append(userId, this.failures.take(userId))));
  }

  private async tell(userId: UserId | null): Promise<void> {
    this.timers.delete(userId);
    const count = this.failures.take(userId);
    if (count === 0) return;
    this.timers.set(userId, setTimeout(() => void this.tell(userId), togetherFor).unref());
    // On a full disk, failures are counted until the next attempt.
    if (!(await this.append(userId, count))) this.failures.putBack(userId, count);
  }

  private async append(userId: UserId | null, count: number): Promise<boolean> {
    if (count === 0) return true;
    const server = serverContext();
    const appended = await this.groupCommit.run(server, (transaction) =>
      accepted(transaction.append(signInFailed(userId, count))),
    );
    return appended.ok;
  }
}
