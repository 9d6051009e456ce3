import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from './eventually';

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/**
 * Variables of the test run that would change the started product. An empty variable counts as not set. Other products
 * take the STUN port.
 */
const unset = {
  ...{ NODE_OPTIONS: '', HOST: '', NATS_URL: '', PUBLIC_URL: '', LOG_LEVEL: '', STUN_PORT: 'off' },
  ...{ TLS: '', TLS_NAMES: '', HTTP_PORT: '', DOMAIN: '', TRUST_PROXY: '' },
};

/** `npm start` or `npm run dev` as run in a terminal, and everything it prints. */
export class StartedProduct {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown[]>;
  #running = true;

  constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly environment: NodeJS.ProcessEnv = {},
    { script = 'start', clone = process.cwd() }: { script?: 'start' | 'dev'; clone?: string } = {},
  ) {
    this.#child = spawn('npm', ['run', script], {
      cwd: clone,
      env: { ...process.env, ...unset, DATA_DIR: dataDir, PORT: String(port), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a process group of its own, as in a terminal, so that Ctrl-C reaches all of it.
      detached: true,
    });
    this.#exited = once(this.#child, 'exit');
    this.#child.once('exit', () => (this.#running = false));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.lines.push(line));
    }
  }

  healthy(withinMs: number): Promise<true> {
    return eventually(
      `healthy, after\n${this.lines.join('\n')}`,
      async () => {
        const answer = await fetch(`http://127.0.0.1:${this.environment['HTTP_PORT'] ?? this.port}/health`).catch(
          () => undefined,
        );
        return answer?.ok ? (true as const) : undefined;
      },
      withinMs,
    );
  }

  printed(what: RegExp, withinMs?: number): Promise<string> {
    return eventually(
      `printed ${what}, after\n${this.lines.join('\n')}`,
      () => this.lines.find((line) => what.test(line)),
      withinMs,
    );
  }

  /** The process id of a part, from the file that `npm start` writes. */
  async pidOf(part: 'home' | 'nats-server' | 'start'): Promise<number> {
    const file = part === 'start' ? 'start.lock' : `${part}.pid`;
    return Number.parseInt(await readFile(join(this.dataDir, 'run', file), 'utf8'), 10);
  }

  /** Signals the whole foreground group, as a terminal does. Resolves when npm has exited. */
  async signal(signal: Signal): Promise<void> {
    if (this.#running) process.kill(this.#group, signal);
    await this.#exited;
  }

  /** Ends it as Ctrl-C does. Resolves when all its processes have exited, because npm does not wait for them. */
  async end(): Promise<void> {
    await this.signal('SIGINT');
    await eventually('ended', () => (isRunning(this.#group) ? undefined : (true as const)));
  }

  /** The process group's id, negative, as `kill` expects it. */
  get #group(): number {
    if (this.#child.pid === undefined) throw new Error('npm was never started.');
    return -this.#child.pid;
  }

  /** @returns the exit code of npm */
  async ended(): Promise<unknown> {
    const [code] = await this.#exited;
    return code;
  }
}

/** Resolves when none of the processes runs. */
export const gone = (pids: readonly number[]): Promise<true> =>
  eventually(`gone: ${pids.join(', ')}`, () => (pids.some(isRunning) ? undefined : (true as const)));

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
