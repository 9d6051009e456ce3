import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { Operators } from '../session/operators.service';
import { Metrics } from './metrics.service';

/**
 * `GET /metrics`, for admins' browsers and holders of METRICS_TOKEN; 404 for everyone else. The source address does not
 * matter: behind a proxy every request comes from the loopback address.
 */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly operators: Operators,
  ) {}

  @Get()
  async text(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    if (!(await this.operators.include(request))) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.\n');
      return;
    }
    response.writeHead(200, { 'Content-Type': this.metrics.contentType }).end(await this.metrics.text());
  }
}
