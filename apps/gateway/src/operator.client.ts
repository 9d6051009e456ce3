import { parseInput, type Command, type ValueOf } from '@devchitchat/contracts';
import {
  CommandClient,
  commonEnvironment,
  connectNats,
  createLogger,
  credentialsFile,
  isStartRefusal,
  readEnvironment,
  serverContext,
} from '@devchitchat/service-kit';

/** Timeout for connecting to nats-server, in milliseconds. */
const connectTimeoutMs = 5_000;

/** Prints one sentence to the terminal and ends the process. */
export function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Sends a command to a service with the gateway's credentials, so the operator needs only the gateway's data folder. If the
 * command is refused or not answered, it prints one sentence and ends the process.
 */
export async function askAsOperator<C extends Command>(command: C, input: unknown): Promise<ValueOf<C>> {
  const parsed = parseInput(command, input);
  if (!parsed.ok) return refuse(parsed.error.message);
  try {
    const environment = readEnvironment(commonEnvironment, process.env);
    const late = () => refuse(`Cannot connect to nats-server at ${environment.NATS_URL}. Is devchitchat running?`);
    const waiting = setTimeout(late, connectTimeoutMs);
    const nats = await connectNats({
      process: 'gateway',
      url: environment.NATS_URL,
      credentials: credentialsFile(environment, 'gateway'),
      logger: createLogger('gateway', 'silent'),
    });
    clearTimeout(waiting);
    const client = new CommandClient(nats, createLogger('gateway', 'silent'));
    const asking = serverContext();
    const reply = await client.ask(command, parsed.value, asking);
    await nats.drain();
    return reply.ok ? reply.value : refuse(reply.error.message);
  } catch (error) {
    if (isStartRefusal(error)) return refuse(error.message);
    throw error;
  }
}
