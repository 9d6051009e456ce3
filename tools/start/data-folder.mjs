import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from '../machine/lock.mjs';
import { isAlive, pidOf } from '../machine/process-identity.mjs';
import { Refusal, refusedToStart } from '../machine/refusal.mjs';

/** How long a process of an earlier start may take to exit before it is killed, in milliseconds. */
const graceMs = 10_000;

/** The folder in which a start records its running processes. */
export const runFolder = (dataDir) => join(dataDir, 'run');

/**
 * Claims the data folder for this start and ends processes that an earlier, killed start left running.
 *
 * @throws {Refusal} if another start holds the folder or it is not writable
 */
export async function claimDataFolder(dataDir) {
  const lock = lockOf(dataDir);
  if ('heldBy' in lock) {
    throw new Refusal(
      `devchitchat already runs on ${dataDir} (process ${lock.heldBy}); stop it first, or set DATA_DIR to another folder.`,
    );
  }
  process.on('exit', lock.release);
  await Promise.all(leftIn(runFolder(dataDir)).map(end));
}

function lockOf(dataDir) {
  try {
    makeFolder(dataDir);
    return tryLock(join(runFolder(dataDir), 'start.lock'));
  } catch (error) {
    const file = fileOnTheWayTo(runFolder(dataDir));
    if (file) throw notAFolder(file);
    if (error.code === 'EISDIR' || error.code === 'ENOTDIR')
      throw notAFile(error.path ?? join(runFolder(dataDir), 'start.lock'));
    throw new Refusal(`DATA_DIR ${dataDir} is not writable (${error.code ?? error.message}).`);
  }
}

/** Not `recursive`: on Node 20 that loops forever for a folder that cannot be created, as in /proc. */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Returns the part of a folder's path that is a file, or undefined if all parts are folders or missing. */
function fileOnTheWayTo(path) {
  if (!existsSync(path)) return fileOnTheWayTo(dirname(path));
  return statSync(path).isDirectory() ? undefined : path;
}

const leftIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pid'))
    .map((name) => readNote(join(folder, name)));

function readNote(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'EISDIR') throw notAFile(path);
    throw new Refusal(`${path} cannot be read (${error.code}). Move it away and start again.`, refusedToStart);
  }
}

const notAFile = (path) =>
  new Refusal(`${path} is not a file written by npm start. Move it away and start again.`, refusedToStart);

const notAFolder = (path) =>
  new Refusal(`${path} must be a folder. Move the file away, or set DATA_DIR to another folder.`, refusedToStart);

async function end(identity) {
  signal(identity, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (isAlive(identity)) {
    if (Date.now() > deadline) signal(identity, 'SIGKILL');
    await sleep(50);
  }
}

function signal(identity, name) {
  try {
    if (isAlive(identity)) process.kill(pidOf(identity), name);
  } catch (error) {
    // The process ended in between.
    if (error.code !== 'ESRCH') throw error;
  }
}
