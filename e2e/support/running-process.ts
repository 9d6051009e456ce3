import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface ProcessLine {
  readonly from: string;
  readonly text: string;
}

/** A process of the product under test, and its output. */
export class RunningProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  /** Set once a test stops the process, so that its exit is not reported as an error. */
  #expectedToEnd = false;

  /** @param lines receives each line of stdout and stderr */
  constructor(
    readonly name: string,
    command: readonly [string, ...string[]],
    environment: NodeJS.ProcessEnv,
    lines: ProcessLine[],
  ) {
    const [program, ...parameters] = command;
    this.#child = spawn(program, parameters, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#exited = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (text) => lines.push({ from: name, text }));
    }
    this.#child.on('exit', (code, signal) => {
      if (!this.#expectedToEnd) lines.push({ from: name, text: `ended unasked: ${signal ?? code}` });
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`${this.name} was never started.`);
    return this.#child.pid;
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Sends a signal and waits until the process is gone. `SIGKILL` simulates a crash. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    this.#expectedToEnd = true;
    if (!this.alive) return;
    // A paused process does not handle SIGTERM.
    this.#child.kill('SIGCONT');
    this.#child.kill(signal);
    await this.#exited;
  }

  /** Suspends the process, as if the machine hung; `resume` continues it. */
  pause(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }
}
