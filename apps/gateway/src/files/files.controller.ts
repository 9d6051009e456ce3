import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  messagingCommands,
  messagingReasons as reasons,
  refused,
  type Command,
  type Reply,
} from '@devchitchat/contracts';
import { ENVIRONMENT, LOGGER, type Logger } from '@devchitchat/service-kit';
import { Controller, Get, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { GatewayEnvironment } from '../environment/environment';
import { Counters } from '../limits/counters';
import { defect } from '../relay/refusals';
import { answer } from '../http/answer.http';
import { Downloads } from './downloads.service';
import { sendStored, type SendFailure } from './stored-file.http';
import { Uploads } from './uploads.service';

const { fileReceive, fileRead } = messagingCommands;

/**
 * `PUT /api/files/<file>?offset=<bytes>` takes bytes of a file, `GET` and `HEAD /api/files/<file>/<form>` give it, with
 * `?download` for saving it. Other query parameters mean nothing.
 */
@Controller('api/files')
export class FilesController {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: GatewayEnvironment,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly uploads: Uploads,
    private readonly downloads: Downloads,
    private readonly counters: Counters,
  ) {}

  @Put(':fileId')
  async put(
    @Param('fileId') id: string,
    @Query('offset') offset: unknown,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    this.answer(response, fileReceive, await this.uploads.receive(id, offset, request));
  }

  /** Also answers HEAD. */
  @Get(':fileId/:form')
  async get(
    @Param('fileId') id: string,
    @Param('form') form: string,
    @Query('download') download: unknown,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const permitted = await this.downloads.permit(id, form, request);
    if (!permitted.ok) return this.answer(response, fileRead, permitted);
    sendStored(response, permitted.value, {
      dataDir: this.environment.DATA_DIR,
      isDownload: download !== undefined,
      count: (bytes) => this.counters.fileBytes.count('sent', bytes),
      failed: (failure) => this.answer(response, fileRead, this.confess(failure, id, form)),
    });
  }

  private confess(failure: SendFailure, id: string, form: string): Reply<never> {
    if (failure === 'missing') {
      this.logger.error('A file is missing on the disk.', { file: `${id}/${form}` });
      return refused(reasons.fileUnknown);
    }
    this.logger.error('A file could not be read.', { file: `${id}/${form}`, error: failure.error });
    return defect;
  }

  private answer(response: ServerResponse, command: Command, reply: Reply<unknown>): void {
    if (!reply.ok) this.counters.refused(reply.error.code, command.name);
    if (!response.destroyed && !response.socket?.destroyed) answer(response, reply);
  }
}
