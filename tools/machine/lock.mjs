import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isAlive, pidOf } from './process-identity.mjs';

/**
 * Takes the lock at `path` for this process, if no living process holds it. A lock whose holder died is taken over.
 *
 * @returns {{ release: () => void } | { heldBy: number }} the lock, or the id of the process that holds it
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  // Written first and linked then, so that a lock never stands without its holder's name.
  writeFileSync(mine, identityOf(process.pid), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(mine, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder && isAlive(holder)) return { heldBy: pidOf(holder) };
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Does the work while no other process does work under the same lock; waits for its turn, and says so once. */
export async function withLock(path, { say = () => {}, waiting }, work) {
  for (let told = false; ; told = true) {
    const lock = tryLock(path);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (!told) say(waiting);
    await sleep(200);
  }
}

function holderOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
