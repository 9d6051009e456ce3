// Makes a bot at the server's terminal: `node make-bot.js <handle> [display name]`. Its credentials go to stdout and nowhere
// else. Asks with the gateway's credentials, and so needs the gateway's data folder and nothing more.
import { authCommands } from '@devchitchat/contracts';
import {
  CommandClient,
  commonEnvironment,
  connectNats,
  createLogger,
  credentialsFile,
  randomTrace,
  readEnvironment,
} from '@devchitchat/service-kit';

/** How long nats-server may take to let us in, in milliseconds. */
const patienceMs = 5_000;

/** Ends with one sentence for whoever sits there. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const command = authCommands.botCreateByOperator;
const [handle, displayName = handle] = process.argv.slice(2);
if (!handle) refuse('usage: make-bot <handle> [display name]');
const input = command.input.safeParse({ handle, displayName });
if (!input.success) refuse(input.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));

const environment = readEnvironment(commonEnvironment, process.env);
const logger = createLogger('gateway', 'silent');
const late = () => refuse(`nats-server does not let us in at ${environment.NATS_URL}. Does devchitchat run?`);
const waiting = setTimeout(late, patienceMs);
const nats = await connectNats({
  process: 'gateway',
  url: environment.NATS_URL,
  credentials: credentialsFile(environment, 'gateway'),
  logger,
});
clearTimeout(waiting);

const asking = { actor: null, trace: randomTrace(), address: '' };
const reply = await new CommandClient(nats, logger).ask(command, input.data, asking);
await nats.drain();
if (!reply.ok) refuse(reply.error.message);
process.stdout.write(reply.value.credentials);
