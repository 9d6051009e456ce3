import { parseInput, type Command, type DraftOf, type Reply, type ValueOf } from '@devchitchat/contracts';
import { CommandClient, OperatorError, serverContext, type Logger } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { setTimeout as wait } from 'node:timers/promises';

/** Maximum milliseconds to wait for a restarting service, and the delay between attempts. */
const restartTimeoutMs = 60_000;
const betweenTries = 500;

/** Sends the commands of an import. All of them may be repeated: existing items stay unchanged. */
export class Services {
  private readonly client: CommandClient;

  constructor(nats: NatsConnection, logger: Logger) {
    this.client = new CommandClient(nats, logger, 'importer');
  }

  /** Returns the Reply, including refusals; retries while the service is unavailable. */
  async ask<C extends Command>(command: C, input: DraftOf<C>): Promise<Reply<ValueOf<C>>> {
    const parsed = parseInput(command, input);
    if (!parsed.ok) return parsed;
    const until = performance.now() + restartTimeoutMs;
    for (;;) {
      const asking = serverContext();
      const reply = await this.client.ask(command, parsed.value, asking);
      if (reply.ok || reply.error.code !== 'unavailable' || performance.now() > until) return reply;
      await wait(betweenTries);
    }
  }

  /** Sends a command and returns its value; throws on a refusal. */
  async must<C extends Command>(command: C, input: DraftOf<C>, doing: string): Promise<ValueOf<C>> {
    const reply = await this.ask(command, input);
    if (!reply.ok) throw new OperatorError(`${doing}: ${reply.error.message}`);
    return reply.value;
  }
}
