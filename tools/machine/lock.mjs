import { linkSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDiskFull } from './disk-full.mjs';
import { identityOf, isAlive, pidOf } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Takes the lock at `path` for this process, if no living process holds it. A lock whose holder died is taken over.
 *
 * @returns {{ release: () => void } | { heldBy: number }} the lock, or the id of the process that holds it
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  // Written first and linked then, so that a lock never stands without its holder's name.
  writeName(mine, identityOf(process.pid));
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

/**
 * Does the work while no other process does work under the same lock; waits for its turn, and says so once.
 *
 * @throws {Refusal} where the lock's folder cannot be written
 */
export async function withLock(path, { say = () => {}, waiting }, work) {
  for (let told = false; ; told = true) {
    const lock = lockIn(dirname(path), path);
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

function lockIn(folder, path) {
  try {
    return tryLock(path);
  } catch (error) {
    throw new Refusal(`${folder} cannot be written (${error.code ?? error.message}). Run this as its owner.`);
  }
}

function writeName(path, name) {
  try {
    writeFileSync(path, name, { mode: 0o600 });
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    // The target of a link needs no room beside the folder's own.
    rmSync(path, { force: true });
    symlinkSync(name, path);
  }
}

function holderOf(path) {
  for (const read of [readFileSync, readlinkSync]) {
    try {
      return read(path, 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return undefined;
}
