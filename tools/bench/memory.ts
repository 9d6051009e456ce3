import { readFileSync } from 'node:fs';

/**
 * Proportional set size of a process, in MB: its own pages plus its share of those it shares with others. Unlike RSS,
 * it adds up over processes. Linux only.
 */
function pssMegabytes(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 102.4) / 10;
}

export type Memory = Readonly<Record<string, number>>;

/** Memory per process and their `total`, in MB. */
export function memoryOf(pids: Readonly<Record<string, number>>): Memory {
  const each = Object.entries(pids).map(([name, pid]) => [name, pssMegabytes(pid)] as const);
  const total = each.reduce((sum, [, megabytes]) => sum + megabytes, 0);
  return Object.fromEntries([...each, ['total', Math.round(total * 10) / 10]]);
}
