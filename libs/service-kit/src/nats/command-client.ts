import { refused, subjects, type Actor, type Command, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { NoRespondersError, RequestError, TimeoutError, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '../logger';
import type { RequestEnvelope } from './envelope';

export interface Asking {
  readonly actor: Actor | null;
  readonly trace: string;
  readonly address: string;
}

/** How long a command is waited for, in milliseconds. */
const commandBudgetMs = 5_000;

/** Sends commands to the services that own them. Every way of not getting an answer is the refusal `unavailable`. */
export class CommandClient {
  constructor(
    private readonly nats: NatsConnection,
    private readonly logger: Logger,
  ) {}

  /** `input` has passed the command's schema. A reply of `unavailable` may come late to something that was done. */
  async ask<C extends Command>(command: C, input: InputOf<C>, { actor, trace, address }: Asking): Promise<ReplyTo<C>> {
    const envelope: RequestEnvelope = { trace, budgetMs: commandBudgetMs, actor, address, input };
    try {
      const answer = await this.nats.request(subjects.command(command), JSON.stringify(envelope), {
        timeout: commandBudgetMs,
      });
      return answer.json<ReplyTo<C>>();
    } catch (error) {
      return this.unanswered(command, error, trace);
    }
  }

  private unanswered(
    command: Command,
    error: unknown,
    trace: string,
  ): { ok: false; error: ReturnType<typeof refused>['error'] } {
    if (error instanceof TimeoutError) return refused('unavailable', 'The server took too long to answer. Try again.');
    const nobodyThere = error instanceof NoRespondersError || (error instanceof RequestError && error.isNoResponders());
    // While NATS is away every command fails alike, and connection.ts has said so once.
    if (!nobodyThere) this.logger.debug('A command could not be sent.', { command: command.name, trace, error });
    return refused('unavailable', 'A part of the server is restarting. Try again in a moment.', 500);
  }
}
