import type { IncomingMessage } from 'node:http';
import {
  accepted,
  fileForm,
  fileId,
  messagingCommands,
  messagingReasons as reasons,
  refused,
  type Reply,
} from '@devchitchat/contracts';
import { CommandClient } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { Admission } from '../session/admission.service';
import type { ReadableFile } from './download-headers';

/** Asks messaging for each request whether a file may be read now. */
@Injectable()
export class Downloads {
  constructor(
    private readonly admission: Admission,
    private readonly commands: CommandClient,
  ) {}

  async permit(id: string, form: string, request: IncomingMessage): Promise<Reply<ReadableFile>> {
    const admitted = await this.admission.of(request, 'file');
    if (!admitted.ok) return admitted;
    const [file, wanted] = [fileId.safeParse(id), fileForm.safeParse(form)];
    if (!file.success || !wanted.success) return refused(reasons.fileUnknown);
    const asked = { fileId: file.data, form: wanted.data };
    const permitted = await this.commands.ask(messagingCommands.fileRead, asked, admitted.value);
    return permitted.ok ? accepted({ ...asked, ...permitted.value }) : permitted;
  }
}
