import type { ProcessName } from '@devchitchat/contracts';
import { ensureNatsKeys } from '@devchitchat/nats-keys';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportedErrorsIn } from './reported-errors';
import { eventually } from './eventually';
import { freePort } from './free-port';
import { RunningProcess, type ProcessLine } from './running-process';

/** `home` is the layout of `npm start`; `split` runs each service in its own process. */
export type PartName = 'nats' | 'home' | ProcessName;

export interface ProductOptions {
  /** Added to the environment of every process. */
  readonly environment?: Record<string, string>;
}

const layouts = {
  home: ['nats', 'home'],
  split: ['nats', 'auth', 'messaging', 'signaling', 'diagnostics', 'gateway'],
} as const satisfies Record<string, readonly PartName[]>;

/**
 * The built product from dist/, on free ports, with a data folder in the system's temporary folder. Tests kill and
 * start its parts by name; ports, keys and data stay.
 */
export class Product {
  readonly lines: ProcessLine[] = [];
  readonly #running = new Map<PartName, RunningProcess>();
  readonly #moreGateways: RunningProcess[] = [];

  private constructor(
    readonly layout: keyof typeof layouts,
    readonly dataDir: string,
    readonly port: number,
    readonly natsPort: number,
    private readonly environment: Record<string, string>,
  ) {}

  /** One nats-server, and all services in one process. */
  static home = (options: ProductOptions = {}): Promise<Product> => Product.#start('home', options);

  /** nats-server and each service in a process of its own. */
  static split = (options: ProductOptions = {}): Promise<Product> => Product.#start('split', options);

  static async #start(layout: keyof typeof layouts, { environment = {} }: ProductOptions): Promise<Product> {
    const dataDir = await mkdtemp(join(tmpdir(), 'devchitchat-e2e-'));
    const product = new Product(layout, dataDir, await freePort(), await freePort(), environment);
    await product.makeKeys();
    try {
      for (const name of layouts[layout]) product.start(name);
      await product.healthy();
    } catch (error) {
      await product.end();
      throw new Error(`The product did not become healthy.\n${product.log()}`, { cause: error });
    }
    return product;
  }

  /** Creates or completes the keys and configuration of nats-server, as every start does. */
  async makeKeys(): Promise<void> {
    await ensureNatsKeys(join(this.dataDir, 'nats'), { listen: `127.0.0.1:${this.natsPort}` });
  }

  get url(): string {
    return `${this.#hasTls ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  /** Returns the process of a part, for its pid or to pause it. */
  part(name: PartName): RunningProcess {
    const part = this.#running.get(name);
    if (!part) throw new Error(`The layout ${this.layout} has no ${name}.`);
    return part;
  }

  /** Starts a part that is not running, and returns at once. */
  start(name: PartName): void {
    const command = name === 'nats' ? this.#natsCommand() : serviceCommand(name);
    this.#running.set(name, new RunningProcess(name, command, this.#environmentOf(), this.lines));
  }

  /**
   * Starts a second gateway.
   * @returns its URL once it is healthy
   */
  async anotherGateway(): Promise<string> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const environment = { ...this.#environmentOf(), PORT: String(port), PUBLIC_URL: url };
    this.#moreGateways.push(new RunningProcess('another gateway', serviceCommand('gateway'), environment, this.lines));
    await eventually('another gateway', async () => {
      const answer = await fetch(`${url}/health`).catch(() => undefined);
      return answer?.ok || undefined;
    });
    return url;
  }

  /** Sends SIGKILL, or another signal, and resolves when the process is gone. */
  kill(name: PartName, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    return this.part(name).end(signal);
  }

  /** Kills a part and starts it again. Does not wait for its health; `healthy()` does. */
  async restart(name: PartName, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    await this.kill(name, signal);
    this.start(name);
  }

  /** Resolves when `GET /health` answers 200. */
  async healthy(withinMs = 60_000): Promise<void> {
    await eventually('healthy', () => this.#health(), withinMs);
  }

  /** The first admin's invite link, which the product prints until an account exists. */
  firstAdminLink(): Promise<string> {
    return eventually('a printed first-admin link', () => {
      for (const { text } of this.lines) {
        const [, link] = /^First admin: (\S+)$/.exec(text) ?? [];
        if (link) return link.replace('//localhost:', '//127.0.0.1:');
      }
      return undefined;
    });
  }

  /** Lines that no healthy run contains: errors, unhandled rejections, unexpected exits. */
  reportedErrors(): string[] {
    return reportedErrorsIn(this.lines);
  }

  /** The last lines of all processes, for a failed test's report. */
  log(lines = 80): string {
    return this.lines
      .slice(-lines)
      .map(({ from, text }) => `${from}: ${text}`)
      .join('\n');
  }

  /** Ends every process and removes the data folder. */
  async end(): Promise<void> {
    const parts = [...this.#moreGateways, ...[...this.#running.values()].reverse()];
    await Promise.all(parts.filter((part) => part.name !== 'nats').map((part) => part.end('SIGKILL')));
    await Promise.all(parts.map((part) => part.end('SIGKILL')));
    await rm(this.dataDir, { recursive: true, force: true });
  }

  get #hasTls(): boolean {
    return this.environment['TLS'] === 'local';
  }

  /** The address that answers without TLS. */
  get #plainUrl(): string {
    return this.#hasTls ? `http://127.0.0.1:${this.environment['HTTP_PORT'] ?? 8080}` : this.url;
  }

  async #health(): Promise<true | undefined> {
    const gateway = this.part(this.layout === 'home' ? 'home' : 'gateway');
    if (!gateway.alive) throw new Error(`${gateway.name} ended before it was ready.`);
    const answer = await fetch(`${this.#plainUrl}/health`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    return answer?.ok ? true : undefined;
  }

  #natsCommand(): [string, ...string[]] {
    return ['nats-server', '-c', join(this.dataDir, 'nats', 'nats-server.conf')];
  }

  #environmentOf(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_OPTIONS: '',
      DATA_DIR: this.dataDir,
      NATS_URL: `nats://127.0.0.1:${this.natsPort}`,
      PORT: String(this.port),
      PUBLIC_URL: this.url,
      // Tests send faster than people. Tests of the limits set this back to 1.
      RATE_LIMIT_FACTOR: '1000',
      // All products run the same code, so only the first start compiles it.
      NODE_COMPILE_CACHE: join(tmpdir(), 'devchitchat-compiled'),
      // Products that run in parallel would compete for the port.
      STUN_PORT: 'off',
      ...this.environment,
    };
  }
}

const serviceCommand = (name: string): [string, ...string[]] => [process.execPath, `dist/apps/${name}/main.js`];
