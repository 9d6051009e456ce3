import type { ProcessName } from '@devchitchat/contracts';

/** Tells from their heartbeats which processes began anew. */
export class Restarts {
  private readonly uptimes = new Map<ProcessName, number>();

  /** True when the process is younger than when it was heard last; not for the first heartbeat of all. */
  isRestart(process: ProcessName, uptimeMs: number): boolean {
    const before = this.uptimes.get(process);
    this.uptimes.set(process, uptimeMs);
    return before !== undefined && uptimeMs < before;
  }
}
