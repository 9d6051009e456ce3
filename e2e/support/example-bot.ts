import { authCommands, type Bot } from '@devchitchat/contracts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';
import type { TestProduct } from './fixtures';
import { RunningProcess, type ProcessLine } from './running-process';

/** Creates a bot as an admin. Returns it with its credentials as text. */
export const createBot = ({ admin }: TestProduct, handle: string): Promise<{ bot: Bot; credentials: string }> =>
  admin.must(authCommands.botCreate, { handle, displayName: `The ${handle}` });

export const natsUrl = ({ product }: TestProduct): string => `nats://127.0.0.1:${product.natsPort}`;

/** A process of `examples/bots`, started with a credentials file. */
export class ExampleBot implements AsyncDisposable {
  private constructor(
    private readonly lines: ProcessLine[],
    private readonly process: RunningProcess,
    private readonly folder: string,
  ) {}

  static async start(
    testProduct: TestProduct,
    command: readonly [string, ...string[]],
    credentials: string,
  ): Promise<ExampleBot> {
    const folder = await mkdtemp(join(tmpdir(), 'devchitchat-bot-'));
    const file = join(folder, 'bot.creds');
    await writeFile(file, credentials, { mode: 0o600 });
    const lines: ProcessLine[] = [];
    const environment = { ...process.env, NODE_OPTIONS: '', NATS_URL: natsUrl(testProduct) };
    const running = new RunningProcess('bot', [...command, file], environment, lines);
    const bot = new ExampleBot(lines, running, folder);
    await eventually('a listening bot', () => lines.some(({ text }) => text === 'Listening.') || undefined);
    return bot;
  }

  /** Its output so far. */
  said(): string[] {
    return this.lines.map(({ text }) => text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.process.end('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}
