import type { IncomingMessage } from 'node:http';
import {
  authCommands,
  commonReasons as reasons,
  limits,
  refused,
  type Refusal,
  type ValueOf,
  type UserId,
} from '@devchitchat/contracts';
import { addressBlock } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { RateLimits } from '../limits/rate-limits';
import { fullBucket } from '../limits/token-bucket';
import { TrustedProxies } from '../proxies/trusted-proxies';
import type { BrowserSocket } from '../sockets/browser-socket';
import { NAMES_IN_USE } from './tokens';
import { Sessions } from './sessions.service';

/** Records the host names that signed-in users connect by. */
export interface NamesInUse {
  usedBy(request: IncomingMessage, userId: UserId): void;
}

/** Resolves a cookie to an actor, once per socket. */
@Injectable()
export class Handshake {
  constructor(
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    private readonly counters: Counters,
    private readonly proxies: TrustedProxies,
    @Inject(NAMES_IN_USE) private readonly names: NamesInUse,
  ) {}

  /** Sets the socket's actor, or returns why it is refused. */
  async admit(socket: BrowserSocket): Promise<Refusal | undefined> {
    const reply = await this.whoIs(socket);
    if (reply.ok) return this.enter(socket, reply.value);
    this.counters.refused(reply.error.code, authCommands.sessionResolve.name);
    return reply.error;
  }

  private async whoIs(socket: BrowserSocket) {
    const address = this.proxies.addressOf(socket.request);
    socket.data.address = address;
    const waitMs = this.limits.waitFor(addressBlock(address), 'handshake');
    if (waitMs > 0) return refused(reasons.rateConnections, {}, waitMs);
    return this.sessions.of(socket.handshake.headers.cookie, address);
  }

  /**
   * Refuses the sixth socket rather than closing the first: six open windows would close each other in a loop. A socket
   * left behind by a sleeping laptop is detected within 15 s and makes room.
   */
  private enter(
    socket: BrowserSocket,
    { actor, user, settings }: ValueOf<typeof authCommands.sessionResolve>,
  ): Refusal | undefined {
    const open = socket.nsp.adapter.rooms.get(actor.userId)?.size ?? 0;
    if (open >= limits.socketsPerPerson) {
      this.counters.refused('rate_limited', authCommands.sessionResolve.name);
      return refused(reasons.rateSockets, { max: limits.socketsPerPerson }, 15_000).error;
    }
    socket.data.actor = actor;
    socket.data.user = user;
    socket.data.settings = settings;
    socket.data.inFlight = 0;
    socket.data.refusals = fullBucket(this.limits.rate('refusal'), performance.now());
    // Joined before the socket is connected, so that concurrent handshakes cannot all count as the fifth.
    void socket.join([actor.userId, actor.sessionId]);
    this.names.usedBy(socket.request, actor.userId);
    return undefined;
  }
}
