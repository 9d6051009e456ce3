import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { healthStatus } from './health-report';
import { HealthService } from './health.service';

/** For the operator's monitor, for `npm start` and for a container's health check. */
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get()
  async report(@Req() request: IncomingMessage, @Res({ passthrough: true }) response: ServerResponse): Promise<object> {
    const { report, shown } = await this.health.reportFor(request);
    response.statusCode = healthStatus(report);
    response.setHeader('Cache-Control', 'no-store');
    return shown;
  }
}
