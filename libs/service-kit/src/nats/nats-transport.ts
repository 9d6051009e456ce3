import {
  commonReasons as reasons,
  declaresReason,
  refused,
  subjects,
  type Reply,
  type ServiceName,
} from '@devchitchat/contracts';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { isObservable, lastValueFrom } from 'rxjs';
import type { HandlerExtras } from './handles';
import type { Logger } from '../process/logger';
import { contextOf, requestEnvelope, type CurrentActors } from './envelope';
import { parseJson } from './json';
import { listen } from './listen';
import { answerTooLarge, respond } from './send';

/**
 * Delivers commands from NATS to methods marked with `@Handles`, and sends their Replies.
 *
 * Nest's own NATS transport does not answer requests with another envelope or invalid JSON, and loses error codes. This one
 * answers every request exactly once.
 */
export class NatsTransport extends Server implements CustomTransportStrategy {
  private subscription: Subscription | undefined;
  private readonly inHand = new Set<Promise<void>>();
  private actors: CurrentActors | undefined;

  constructor(
    private readonly service: ServiceName,
    private readonly nats: NatsConnection,
    private readonly log: Logger,
  ) {
    super();
  }

  /** Uses current roles, in the service that owns them; other services use those named by the gateway. */
  decideBy(actors: CurrentActors): void {
    this.actors = actors;
  }

  listen(callback: (error?: unknown) => void): void {
    const options = { queue: this.service, logger: this.log };
    this.subscription = listen(this.nats, subjects.commandsOf(this.service), options, (request) => {
      const answering = this.answer(request);
      this.inHand.add(answering);
      void answering.finally(() => this.inHand.delete(answering));
    });
    // After this round trip nats-server knows the subscription, so requests no longer fail for lack of a responder.
    this.nats.flush().then(() => callback(), callback);
  }

  /** Accepts no new commands and resolves once the pending ones are answered. */
  async close(): Promise<void> {
    this.subscription?.unsubscribe();
    await Promise.all(this.inHand);
  }

  on(): never {
    throw new Error('This transport emits no events.');
  }

  unwrap<T>(): T {
    return this.nats as T;
  }

  /** Never rejects. */
  private async answer(request: Msg): Promise<void> {
    try {
      const unsent = respond(this.nats, request, await this.replyTo(request));
      if (unsent === 'too large') this.refuseLarge(request);
    } catch (error) {
      this.log.error('A command was not answered.', { error, command: this.commandName(request.subject) });
    }
  }

  /** Refuses an answer that is too large, because a list is not paged as its contract requires, and logs it. */
  private refuseLarge(request: Msg): void {
    this.log.error('An answer was too large.', { command: this.commandName(request.subject) });
    respond(this.nats, request, answerTooLarge(this.nats));
  }

  private async replyTo(request: Msg): Promise<Reply<unknown>> {
    const envelope = requestEnvelope.safeParse(parseJson(request.string()));
    if (!envelope.success) return refused(reasons.envelopeMalformed);
    const handler = this.messageHandlers.get(this.commandName(request.subject));
    if (!handler) return refused(reasons.commandUnknown);
    const { needs, command: declared } = handler.extras as HandlerExtras;
    const { trace } = envelope.data;
    const command = this.commandName(request.subject);
    try {
      const context = contextOf(envelope.data, needs, this.actors);
      const answered: unknown = context.refusal?.() ?? (await handler(envelope.data.input, context));
      const reply = (isObservable(answered) ? await lastValueFrom(answered) : answered) as Reply<unknown>;
      if (!reply.ok && !declaresReason(declared, reply.error.reason)) {
        this.log.error('A command was refused for a reason that it does not declare.', {
          trace,
          command,
          reason: reply.error.reason,
        });
        return refused(reasons.defect);
      }
      this.log.debug('Command answered.', { trace, command, code: reply.ok ? 'ok' : reply.error.code });
      return reply;
    } catch (error) {
      this.log.error('A handler failed.', { error, trace, command });
      return refused(reasons.defect);
    }
  }

  /** `cmd.messaging.0.msg.send` → `msg.send` */
  private commandName(subject: string): string {
    return subject.slice(subjects.commandsOf(this.service).length - 1);
  }
}
