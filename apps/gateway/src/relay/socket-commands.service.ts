import type { Command, Reply } from '@devchitchat/contracts';
import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { commandsInFlight } from '../limits/gateway-rates';
import { RateLimits } from '../limits/rate-limits';
import { takeToken } from '../limits/token-bucket';
import type { Acknowledge, BrowserSocket } from '../sockets/browser-socket';
import { cutConnection } from '../sockets/connection.raw';
import { isSuspicious, noSuchCommand, oneInputOnly, tooManyInFlight } from './refusals';
import { Relay } from './relay.service';
import { socketCommands } from '../surface/commands';

const isAcknowledge = (last: unknown): last is Acknowledge => typeof last === 'function';

/** Handles commands over sockets: `emit(name, input, acknowledge)`. */
@Injectable()
export class SocketCommands {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly relay: Relay,
    private readonly limits: RateLimits,
    private readonly counters: Counters,
  ) {}

  /**
   * Answers through the acknowledgement callback, which must be the last of `said`; at most one input comes before it.
   * Cuts sockets that send too many commands which are unanswerable or which well-behaved clients never send.
   */
  async hear(socket: BrowserSocket, name: string, said: readonly unknown[]): Promise<void> {
    const acknowledge = said.at(-1);
    if (!isAcknowledge(acknowledge)) {
      // Without an acknowledgement callback nobody would receive the answer, so the command is not executed.
      this.counters.unanswerable.count('socket');
      return this.strike(socket);
    }
    const reply = await this.answer(socket, socketCommands.get(name), said.slice(0, -1));
    acknowledge(reply);
    if (isSuspicious(reply)) this.strike(socket);
  }

  private async answer(
    socket: BrowserSocket,
    command: Command | undefined,
    inputs: readonly unknown[],
  ): Promise<Reply<unknown>> {
    if (!command) return this.refuse(noSuchCommand);
    if (inputs.length > 1) return this.refuse(oneInputOnly, command);
    if (socket.data.inFlight >= commandsInFlight) return this.refuse(tooManyInFlight(commandsInFlight), command);
    socket.data.inFlight += 1;
    const { actor, address } = socket.data;
    const reply = await this.relay.relay(command, inputs[0], { actor, address, place: socket.id });
    socket.data.inFlight -= 1;
    return reply;
  }

  private refuse(refusal: Reply<never>, command?: Command): Reply<never> {
    if (!refusal.ok) this.counters.refused(refusal.error.code, command?.name);
    return refusal;
  }

  /** Counts a refusal and cuts a socket that exceeds the limit of refusals. */
  private strike(socket: BrowserSocket): void {
    const { data, conn, id } = socket;
    if (takeToken(data.refusals, this.limits.rate('refusal'), performance.now()) === 0) return;
    if (!cutConnection(conn)) return;
    this.counters.cuts.count('flood');
    this.logger.warn('A socket was cut.', { reason: 'flood', socketId: id, userId: data.actor.userId });
  }
}
