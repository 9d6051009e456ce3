// The program behind `npm run import`: node main.js discord <folder> [--private[=<name>]] [--owner <handle>]
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
import { planOf } from './discord/folder-survey.files';
import { importAll } from './discord/import.nats';
import { Services } from './services/services.nats';

/** Timeout for connecting to nats-server, in milliseconds. */
const connectTimeoutMs = 10_000;

const usage = new OperatorError(
  'Usage: npm run import -- discord <folder> [--private[=<channel>]] [--owner <handle>].',
);

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { from, folder, privately, owner } = wishes();
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
    const plan = await planOf({ path: resolve(folder), privately, owner }, print);
    await importAll(new Services(nats, silentLogger), plan, print);
    print('Everything is here. Running this again adds only what is new.');
  } finally {
    await nats.close();
  }
}

function wishes() {
  try {
    const options = {
      private: { type: 'boolean' },
      'private-channel': { type: 'string', multiple: true },
      owner: { type: 'string' },
    } as const;
    // `--private` alone means all channels, `--private=<name>` some of them.
    const args = process.argv.slice(2).map((word) => word.replace(/^--private=/, '--private-channel='));
    const { positionals, values } = parseArgs({ allowPositionals: true, options, args });
    const [from, folder, ...more] = positionals;
    if (more.length > 0) throw usage;
    return {
      from,
      folder,
      privately: values.private ? 'all' : (values['private-channel'] ?? []),
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
