import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface ProcessLine {
  readonly from: string;
  readonly text: string;
}

/** A process of the product under test, and everything it said. */
export class RunningProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  /** True once a test asked for the end, so that the end is not a complaint. */
  #expectedToEnd = false;

  /** @param lines what stdout and stderr say is appended here, line by line. */
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

  /** Ends the process and waits until it is gone. `SIGKILL` is a crash, `SIGTERM` asks nicely. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    this.#expectedToEnd = true;
    if (!this.alive) return;
    // A paused process hears no SIGTERM.
    this.#child.kill('SIGCONT');
    this.#child.kill(signal);
    await this.#exited;
  }

  /** Stops the process where it stands, as a hung machine would; `resume` lets it go on. */
  pause(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }
}
