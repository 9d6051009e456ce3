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

/** How long nats-server may take to let us in, in milliseconds. */
const connectTimeoutMs = 5_000;

/** Ends with one sentence for whoever sits at the terminal. */
export function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Asks a service for whoever sits at the server's terminal: with the gateway's credentials, and so needs the gateway's data
 * folder and nothing more. Ends the process with a sentence where there is no answer, or a refusal.
 */
export async function askAsOperator<C extends Command>(command: C, input: unknown): Promise<ValueOf<C>> {
  const parsed = parseInput(command, input);
  if (!parsed.ok) return refuse(parsed.error.message);
  try {
    const environment = readEnvironment(commonEnvironment, process.env);
    const late = () => refuse(`nats-server does not let us in at ${environment.NATS_URL}. Does devchitchat run?`);
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
