import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { addressBlock, ENVIRONMENT } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { GatewayEnvironment } from '../environment/environment';
import { RateLimits } from '../limits/rate-limits';
import { TrustedProxies } from '../proxies/trusted-proxies';
import { Sessions } from './sessions.service';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Decides who may read the server's health and metrics: admins' browsers and holders of METRICS_TOKEN. */
@Injectable()
export class Operators {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: GatewayEnvironment,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    private readonly proxies: TrustedProxies,
  ) {}

  /** False beyond the rate limit `read` of the client's address, and for admins also while auth does not answer. */
  async include(request: IncomingMessage): Promise<boolean> {
    const { authorization, cookie } = request.headers;
    if (authorization === undefined && cookie === undefined) return false;
    const address = this.proxies.addressOf(request);
    if (this.limits.waitFor(addressBlock(address), 'read') > 0) return false;
    if (this.isToken(authorization)) return true;
    const session = await this.sessions.of(cookie, address);
    return session.ok && session.value.actor.role === 'admin';
  }

  private isToken(authorization = ''): boolean {
    const { METRICS_TOKEN } = this.environment;
    // Digests have equal length and are compared in constant time.
    return METRICS_TOKEN !== undefined && timingSafeEqual(digest(authorization), digest(`Bearer ${METRICS_TOKEN}`));
  }
}
