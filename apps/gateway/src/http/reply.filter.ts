import type { ServerResponse } from 'node:http';
import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { httpStatusOf } from './http-status';
import { refusalOfError } from './refusal-of-error';

/** Answers errors that occur outside a controller with a Reply. */
@Catch()
export class ReplyFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly counters: Counters,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = refusalOfError(error);
    if (reply.ok) return;
    if (reply.error.code === 'internal') this.logger.error('A request failed.', { error });
    this.counters.refused(reply.error.code, undefined);
    const response = host.switchToHttp().getResponse<ServerResponse>();
    if (response.headersSent) return void response.destroy();
    response.writeHead(httpStatusOf(reply), { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(reply));
  }
}
