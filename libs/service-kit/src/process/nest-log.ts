import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger';

/** Writes Nest's warnings and errors as our JSON lines and drops its startup messages. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(): void {}
  debug(): void {}
  verbose(): void {}

  warn(message: unknown): void {
    this.logger.warn('Nest reported a warning.', { reason: String(message) });
  }

  error(message: unknown, stack?: unknown): void {
    this.logger.error('Nest reported an error.', { reason: String(message), error: stack });
  }

  fatal(message: unknown): void {
    this.error(message);
  }
}
