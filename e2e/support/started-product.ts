import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from './eventually';

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/** `npm start`, as a person runs it in a terminal, and everything it prints. */
export class StartedProduct {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown[]>;

  constructor(
    readonly dataDir: string,
    readonly port: number,
    environment: NodeJS.ProcessEnv = {},
  ) {
    this.#child = spawn('npm', ['start'], {
      env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, PORT: String(port), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, as a terminal gives it, so that Ctrl-C can be sent to all of it.
      detached: true,
    });
    this.#exited = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.lines.push(line));
    }
  }

  healthy(withinMs: number): Promise<true> {
    return eventually(
      `healthy, after\n${this.lines.join('\n')}`,
      async () => {
        const answer = await fetch(`http://127.0.0.1:${this.port}/health`).catch(() => undefined);
        return answer?.ok ? (true as const) : undefined;
      },
      withinMs,
    );
  }

  printed(what: RegExp): Promise<string> {
    return eventually(`printed ${what}`, () => this.lines.find((line) => what.test(line)));
  }

  /** The process of a part, by the file in which `npm start` keeps it. */
  async pidOf(part: 'home' | 'nats-server' | 'start'): Promise<number> {
    const file = part === 'start' ? 'start.lock' : `${part}.pid`;
    return Number.parseInt(await readFile(join(this.dataDir, 'run', file), 'utf8'), 10);
  }

  /** What a terminal does on Ctrl-C and when it closes: everybody in the foreground gets the signal. */
  async signal(signal: Signal): Promise<void> {
    if (this.#child.pid !== undefined && this.#child.exitCode === null) process.kill(-this.#child.pid, signal);
    await this.#exited;
  }

  /** @returns the exit code of npm. */
  async ended(): Promise<unknown> {
    const [code] = await this.#exited;
    return code;
  }
}

/** Resolves when none of the processes runs any more. */
export const gone = (pids: readonly number[]): Promise<true> =>
  eventually(`gone: ${pids.join(', ')}`, () => (pids.some(isRunning) ? undefined : (true as const)));

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
