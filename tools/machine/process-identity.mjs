import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Identifies one run of a process by its id and start time. The id alone is not enough: the system reuses it, for
 * example after a power cut.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined if there is no such process
 */
export function identityOf(pid) {
  const started = process.platform === 'linux' ? startTicks(pid) : startTime(pid);
  return started && `${pid} ${started}`;
}

/** Whether the process with this identity still runs. */
export const isAlive = (identity) => identityOf(pidOf(identity)) === identity;

export const pidOf = (identity) => Number.parseInt(identity, 10);

function startTicks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may contain spaces, so count from its end.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

function startTime(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
