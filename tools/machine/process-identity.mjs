import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Names one run of one process: its id and when it started. An id alone is not enough, because after a power cut the same
 * number soon belongs to something else.
 *
 * @param {number} pid
 * @returns {string | undefined} nothing where no such process runs
 */
export function identityOf(pid) {
  const started = process.platform === 'linux' ? startTicks(pid) : startTime(pid);
  return started && `${pid} ${started}`;
}

/** Whether the very process that was once given this identity still runs. */
export const isAlive = (identity) => identityOf(pidOf(identity)) === identity;

export const pidOf = (identity) => Number.parseInt(identity, 10);

function startTicks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may hold spaces, so the count begins behind its end.
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
