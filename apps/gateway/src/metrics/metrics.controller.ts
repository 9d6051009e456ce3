import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { GatewayEnvironment } from '../environment';
import { RateLimits } from '../limits/rate-limits';
import { TrustedProxies } from '../proxies/trusted-proxies';
import { Sessions } from '../session/sessions.service';
import { ENVIRONMENT } from '../tokens';
import { Metrics } from './metrics.service';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * `GET /metrics`, for an admin's browser and for whoever holds METRICS_TOKEN. Everybody else is told that there is
 * nothing. Where the request comes from decides nothing: behind a proxy everybody comes from the loopback address.
 */
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: GatewayEnvironment,
    private readonly metrics: Metrics,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    private readonly proxies: TrustedProxies,
  ) {}

  @Get()
  async text(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    if (!(await this.mayRead(request))) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.\n');
      return;
    }
    response.writeHead(200, { 'Content-Type': this.metrics.contentType }).end(await this.metrics.text());
  }

  private async mayRead(request: IncomingMessage): Promise<boolean> {
    const { headers } = request;
    const address = this.proxies.addressOf(request);
    if (this.limits.waitFor(address, 'read') > 0) return false;
    if (this.isToken(headers.authorization)) return true;
    const session = await this.sessions.of(headers.cookie, address);
    return session.ok && session.value.actor.role === 'admin';
  }

  private isToken(authorization = ''): boolean {
    const { METRICS_TOKEN } = this.environment;
    // Of equal length, whatever was sent, and compared in the same time.
    return METRICS_TOKEN !== undefined && timingSafeEqual(digest(authorization), digest(`Bearer ${METRICS_TOKEN}`));
  }
}
