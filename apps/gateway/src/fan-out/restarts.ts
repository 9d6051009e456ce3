import type { ProcessName } from '@devchitchat/contracts';

/** Detects restarted processes by their heartbeats. */
export class Restarts {
  private readonly uptimes = new Map<ProcessName, number>();

  /** Returns true if the process's uptime decreased since its last heartbeat; false for the first heartbeat. */
  isRestart(process: ProcessName, uptimeMs: number): boolean {
    const before = this.uptimes.get(process);
    this.uptimes.set(process, uptimeMs);
    return before !== undefined && uptimeMs < before;
  }
}
