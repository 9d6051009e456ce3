import { parseInput, type Command, type Reply } from '@devchitchat/contracts';
import { addressBlock, CommandClient, LOGGER, randomTrace, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { RateLimits } from '../limits/rate-limits';
import { OwnCommands } from './own-commands.service';
import { defect, tooFast } from './refusals';
import type { Speaker } from './speaker';
import { TurnEnd } from './turn-end.service';

/**
 * Passes every command from a browser or bot to the service that owns it, after checking its rate and shape. The client
 * gets the service's own Reply, or a refusal from here: `rate_limited` with `retryAfterMs`, `invalid` for a wrong input,
 * `unavailable` if no service answers, `internal` for a defect.
 */
@Injectable()
export class Relay {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly commands: CommandClient,
    private readonly turnEnd: TurnEnd,
    private readonly limits: RateLimits,
    private readonly counters: Counters,
    private readonly own: OwnCommands,
  ) {}

  /** Never rejects. Counts every refusal, also those of services. */
  async relay(command: Command, input: unknown, speaker: Speaker): Promise<Reply<unknown>> {
    const reply = this.overRate(command, speaker) ?? (await this.ask(command, input, speaker).catch(this.confess));
    if (!reply.ok) this.counters.refused(reply.error.code, command.name);
    return reply;
  }

  private readonly confess = (error: unknown): Reply<never> => {
    this.logger.error('A command failed.', { error });
    return defect;
  };

  private overRate(command: Command, { actor, address }: Speaker): Reply<never> | undefined {
    const waitMs = this.limits.waitFor(actor?.userId ?? addressBlock(address), command.rate);
    return waitMs === 0 ? undefined : tooFast(this.limits.rate(command.rate), waitMs);
  }

  private async ask(command: Command, input: unknown, speaker: Speaker): Promise<Reply<unknown>> {
    const parsed = parseInput(command, input);
    if (!parsed.ok) return parsed;
    const own = this.own.answer(command, parsed.value, speaker);
    if (own) return own;
    const { actor, address } = speaker;
    const trace = randomTrace();
    const startedAt = performance.now();
    await this.turnEnd.wait();
    const reply = await this.commands.ask(command, parsed.value, { actor, trace, address });
    this.logger.debug('A command was answered.', {
      trace,
      command: command.name,
      code: reply.ok ? 'ok' : reply.error.code,
      durationMs: Math.round(performance.now() - startedAt),
      ...(actor ? { userId: actor.userId } : { address }),
    });
    return reply;
  }
}
