import { linkSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDiskFull } from './disk-full.mjs';
import { identityOf, isAlive, pidOf } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Takes the lock at `path` for this process if no running process holds it. Takes it over from a dead holder.
 *
 * @returns {{ release: () => void } | { heldBy: number }} the lock, or the id of the process that holds it
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  // Writes the file before linking it, so that a lock always names its holder.
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
 * Runs `work` under a lock. Waits while another process holds the lock, and reports that once.
 *
 * @throws {Refusal} if the lock's folder is not writable
 */
export async function withLock(path, { print = () => {}, waiting }, work) {
  for (let told = false; ; told = true) {
    const lock = lockIn(dirname(path), path);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (!told) print(waiting);
    await sleep(200);
  }
}

function lockIn(folder, path) {
  try {
    return tryLock(path);
  } catch (error) {
    throw new Refusal(`Cannot write to ${folder} (${error.code ?? error.message}). Run this as its owner.`);
  }
}

function writeName(path, name) {
  try {
    writeFileSync(path, name, { mode: 0o600 });
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    // A symbolic link stores its target without needing a disk block.
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
