import type { ServerResponse } from 'node:http';
import { Controller, Get, Res } from '@nestjs/common';
import { Wellbeing, type HealthReport } from './wellbeing.nats';

/** For the operator's monitor, for `npm start` and for a container's health check. */
@Controller('health')
export class HealthController {
  constructor(private readonly wellbeing: Wellbeing) {}

  @Get()
  async report(@Res({ passthrough: true }) response: ServerResponse): Promise<HealthReport> {
    const report = await this.wellbeing.report();
    response.statusCode = report.state === 'ok' ? 200 : 503;
    response.setHeader('Cache-Control', 'no-store');
    return report;
  }
}
