import {
  commonReasons as reasons,
  refused,
  subjects,
  type Actor,
  type Command,
  type InputOf,
  type NatsName,
  type ReplyTo,
  type ServiceName,
} from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '../process/logger';
import type { RequestEnvelope } from './envelope';
import { Requests, type Unanswered } from './requests';

export interface Asking {
  readonly actor: Actor | null;
  readonly trace: string;
  readonly address: string;
}

/** Timeout of a command, in milliseconds. */
const commandBudgetMs = 5_000;

const refusals = {
  late: refused(reasons.serverLate),
  nobody: refused(reasons.partRestarting, {}, 500),
  away: refused(reasons.serverRestarting, {}, 200),
  'too large': refused(reasons.requestTooLarge),
} as const satisfies Record<Unanswered, unknown>;

/**
 * Sends commands to the services that own them; used by the gateway and the importer. Every missing answer becomes the
 * refusal `unavailable`, although the command may have been executed.
 */
export class CommandClient {
  private readonly requests: Requests;

  constructor(
    nats: NatsConnection,
    private readonly logger: Logger,
    asker: NatsName = 'gateway',
  ) {
    this.requests = new Requests(nats, subjects.inbox(asker));
  }

  /** Refuses all pending commands of a restarted service, so that clients can retry at once. */
  giveUp(service: ServiceName): void {
    const commands = subjects.commandsOf(service).slice(0, -1);
    this.requests.giveUp((subject) => subject.startsWith(commands));
  }

  /** Never rejects. `input` must match the command's schema. */
  async ask<C extends Command>(command: C, input: InputOf<C>, { actor, trace, address }: Asking): Promise<ReplyTo<C>> {
    const envelope: RequestEnvelope = { trace, budgetMs: commandBudgetMs, actor, address, input };
    const answer = await this.requests.ask(subjects.command(command), JSON.stringify(envelope), commandBudgetMs);
    if (typeof answer === 'string') return refusals[answer];
    try {
      return answer.json<ReplyTo<C>>();
    } catch (error) {
      this.logger.error('A service sent an answer that is not valid JSON.', { command: command.name, trace, error });
      return refused(reasons.defect);
    }
  }
}
