import {
  commonReasons as reasons,
  gatewayCommands,
  refused,
  subjects,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { answerTooLarge, listen, LOGGER, NATS, parseJson, respond, type Logger } from '@devchitchat/service-kit';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { commandsInFlight } from '../limits/gateway-rates';
import { RateLimits } from '../limits/rate-limits';
import { isSuspicious, noSuchCommand, tooManyInFlight } from '../relay/refusals';
import { Presence } from '../presence/presence.service';
import { Relay } from '../relay/relay.service';
import { botCommands } from '../surface/commands';
import { BotRegistry } from './bot-registry.service';
import { askedOn, isOwnInbox, type BotAsking } from './bot-subject';

const notYet = refused(reasons.serverStarting, {}, 500);
const nobody = refused(reasons.botRevoked);
const notJson = refused(reasons.inputNotJson);

/**
 * The bot gateway: accepts commands over NATS instead of a socket and passes them to the same relay. A command is plain
 * JSON on `bot.<id>.cmd.<command>` and is answered with its Reply.
 */
@Injectable()
export class BotGateway implements OnApplicationBootstrap {
  private readonly inFlight = new Map<UserId, number>();

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly registry: BotRegistry,
    private readonly relay: Relay,
    private readonly limits: RateLimits,
    private readonly counters: Counters,
    private readonly presence: Presence,
  ) {}

  onApplicationBootstrap(): void {
    // A queue group, so that one of several gateways answers.
    const options = { queue: 'gateways', logger: this.logger };
    listen(this.nats, subjects.botCommands, options, (message) => this.hear(message));
  }

  private async hear(message: Msg): Promise<void> {
    const asking = askedOn(message.subject);
    if (!asking || !isOwnInbox(asking.bot, message.reply)) {
      // Without the bot's own reply subject the answer would reach nobody or someone else, so the command is not executed.
      this.counters.unanswerable.count('bot');
      return;
    }
    const reply = await this.answer(asking, message);
    if (isSuspicious(reply) && this.limits.waitFor(asking.bot, 'refusal') > 0) {
      // A flooding socket is cut; a flooding bot gets no answers.
      this.counters.unanswerable.count('bot');
      return;
    }
    // The connection may have closed before the answer arrived.
    const unsent = respond(this.nats, message, reply);
    if (unsent === 'too large') respond(this.nats, message, answerTooLarge(this.nats));
    if (unsent) this.logger.warn('A bot was not answered.', { reason: unsent, command: asking.command });
  }

  private async answer({ bot, command: name }: BotAsking, message: Msg): Promise<Reply<unknown>> {
    if (!this.registry.bots.has(bot)) return this.refuse(this.registry.isKnown ? nobody : notYet);
    const command = botCommands.get(name);
    if (!command) return this.refuse(noSuchCommand);
    const input = message.data.length === 0 ? {} : parseJson(message.string());
    if (input === undefined) return this.refuse(notJson, name);
    const inFlight = this.inFlight.get(bot) ?? 0;
    if (inFlight >= commandsInFlight) return this.refuse(tooManyInFlight(commandsInFlight), name);
    this.inFlight.set(bot, inFlight + 1);
    const actor = { userId: bot, sessionId: null, role: 'member' } as const;
    // A bot has no socket, so a command counts as a sign of presence.
    if (command !== gatewayCommands.presenceSet) this.presence.set(bot, actor, 'active');
    const reply = await this.relay.relay(command, input, { actor, address: '', place: bot });
    this.leave(bot);
    return reply;
  }

  private leave(bot: UserId): void {
    const left = (this.inFlight.get(bot) ?? 1) - 1;
    if (left === 0) this.inFlight.delete(bot);
    else this.inFlight.set(bot, left);
  }

  private refuse(refusal: Reply<never>, command?: string): Reply<never> {
    if (!refusal.ok) this.counters.refused(refusal.error.code, command);
    return refusal;
  }
}
