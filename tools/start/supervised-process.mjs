import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from '../machine/process-identity.mjs';
import { refusedToStart } from '../machine/refusal.mjs';
import { isDiskFull } from '../machine/disk-full.mjs';

/** Delays before a restart, in milliseconds: none at first, longer with each failure in a row. */
const waits = [0, 250, 500, 1_000, 2_000, 5_000];

/** A process that ran this long, in milliseconds, starts a new row of failures. */
const steadyAfterMs = 2_000;

/** How long a process may take to exit after SIGTERM before it is killed, in milliseconds. */
const graceMs = 10_000;

/**
 * A child process that is restarted whenever it ends, until it is stopped or refuses to start.
 *
 * It has its own process group, so that Ctrl-C in the terminal reaches only us and we end the processes in order. Its
 * IPC channel carries no messages: when it closes, the child knows that we are gone.
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

  /** Sends SIGTERM, then SIGKILL after a grace period, and resolves when the process is gone. */
  async stop() {
    this.#stopping = true;
    const insist = this.#askToFinish();
    await this.#stopped;
    clearTimeout(insist);
  }

  /** Restarts it at once, even during a delay after a failure. Does not report the restart. */
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

  /** Lets the next start end this process if we are killed. A full disk must not keep it from running. */
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
