// The program behind `npm run import`: node main.js discord <folder> [--private] [--owner <handle>]
// Sends commands to the running services with credentials that allow nothing else.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  commonEnvironment,
  connectNats,
  credentialsFile,
  OperatorError,
  readEnvironment,
  silentLogger,
} from '@devchitchat/service-kit';
import { importDiscord } from './discord/import.nats';
import { Services } from './services/services.nats';

/** Timeout for connecting to nats-server, in milliseconds. */
const connectTimeoutMs = 10_000;

const usage = new OperatorError('Usage: npm run import -- discord <folder> [--private] [--owner <handle>].');

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { from, folder, kind, owner } = wishes();
  if (from !== 'discord' || folder === undefined) throw usage;
  const environment = readEnvironment(commonEnvironment, process.env);
  const nats = await letIn(
    connectNats({
      process: 'importer',
      url: environment.NATS_URL,
      credentials: credentialsFile(environment, 'importer'),
      logger: silentLogger,
    }),
  );
  try {
    await importDiscord(new Services(nats, silentLogger), { folder: resolve(folder), kind, owner }, print);
    print('Everything is here. Running this again adds only what is new.');
  } finally {
    await nats.close();
  }
}

function wishes() {
  try {
    const options = { private: { type: 'boolean' }, owner: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const [from, folder] = positionals;
    return {
      from,
      folder,
      kind: values.private ? 'private' : 'public',
      owner: values.owner?.replace(/^@/, ''),
    } as const;
  } catch {
    throw usage;
  }
}

async function letIn<Connection>(connecting: Promise<Connection>): Promise<Connection> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new OperatorError('Cannot connect to nats-server. Is devchitchat running?')),
      connectTimeoutMs,
    );
  });
  try {
    return await Promise.race([connecting, late]);
  } finally {
    clearTimeout(timer);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof OperatorError ? error.message : String((error as Error).stack ?? error)}\n`);
  // A connection that still waits for nats-server would keep this process alive.
  process.exit(1);
}
