import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from '../machine/process-identity.mjs';
import { refusedToStart } from '../machine/refusal.mjs';
import { isDiskFull } from '../machine/disk-full.mjs';

/** Waits before a restart, in milliseconds: at once the first time, slower the longer it goes on. */
const waits = [0, 250, 500, 1_000, 2_000, 5_000];

/** Who ran this long is not in a row of failures any more, in milliseconds. */
const steadyAfterMs = 2_000;

/** How long a process may take to finish after it was asked to, in milliseconds. */
const graceMs = 10_000;

/**
 * A child process that comes back whenever it ends, until it is stopped or refuses to start.
 *
 * It gets a process group of its own, so that Ctrl-C in the terminal reaches only us and the processes end in order. Its
 * IPC channel carries nothing: its closing tells the child that we are gone.
 */
export class SupervisedProcess {
  #child;
  #failures = 0;
  #stopping = false;
  #stopped;
  #restarting = false;
  #wake = new AbortController();

  /**
   * @param {{
   *   command: string, args: readonly string[], env?: NodeJS.ProcessEnv,
   *   ipc?: boolean,
   *   pidFile: string,
   *   onLine: (line: string, stream: 'stdout' | 'stderr') => void,
   *   onRestart: (how: string) => void,
   *   onRefusal: () => void,
   * }} options
   */
  constructor(options) {
    this.options = options;
  }

  start() {
    this.#stopped = this.#keepRunning();
  }

  /** Asks it to finish, insists after a while, and resolves when it is gone. */
  async stop() {
    this.#stopping = true;
    const insist = this.#askToFinish();
    await this.#stopped;
    clearTimeout(insist);
  }

  /** Ends it and starts it again at once, also where it waits after a failure. Says nothing of it: it was asked for. */
  restart() {
    this.#restarting = true;
    const insist = this.#askToFinish();
    this.#child?.once('close', () => clearTimeout(insist));
  }

  #askToFinish() {
    this.#wake.abort();
    const child = this.#child;
    child?.kill('SIGTERM');
    return setTimeout(() => child?.kill('SIGKILL'), graceMs).unref();
  }

  async #keepRunning() {
    while (!this.#stopping) {
      const startedAt = performance.now();
      this.#restarting = false;
      this.#wake = new AbortController();
      const how = await this.#runOnce();
      if (this.#stopping) return;
      if (this.#restarting) continue;
      if (how === `exit code ${refusedToStart}`) return this.options.onRefusal();
      if (performance.now() - startedAt > steadyAfterMs) this.#failures = 0;
      this.options.onRestart(how);
      const wait = waits[Math.min(this.#failures++, waits.length - 1)];
      await sleep(wait, undefined, { signal: this.#wake.signal }).catch(() => {});
    }
  }

  /** For the next start, should this one be killed. A full disk is no reason not to run. */
  #note(identity) {
    try {
      writeFileSync(this.options.pidFile, identity, { mode: 0o600 });
    } catch (error) {
      if (!isDiskFull(error)) throw error;
    }
  }

  #runOnce() {
    const { command, args, env, ipc, pidFile, onLine } = this.options;
    const stdio = ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc'] : [])];
    const child = spawn(command, args, { env, stdio, detached: true });
    this.#child = child;
    for (const stream of ['stdout', 'stderr']) {
      createInterface(child[stream]).on('line', (line) => onLine(line, stream));
    }
    const identity = child.pid && identityOf(child.pid);
    if (identity) this.#note(identity);
    return new Promise((resolve) => {
      child.on('error', (error) => resolve(error.message));
      child.on('close', (code, signal) => {
        rmSync(pidFile, { force: true });
        resolve(signal ?? `exit code ${code}`);
      });
    });
  }
}
