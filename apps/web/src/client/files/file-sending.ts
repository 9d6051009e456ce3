import { inject, Injectable } from '@angular/core';
import { accepted, type ClientMsgId, type FileId, type Reply } from '@devchitchat/contracts';
import { hasReason } from '../answers/has-reason';
import type { Attachment } from '../unsent/attachment';
import type { UnsentMessage } from '../unsent/outbox-policy';
import { FileBlobs } from './file-blobs';
import { canceled } from './put-bytes';
import { Uploads } from './uploads';

export interface NamedFile {
  readonly fileId: FileId;
  readonly alt?: string;
}

/** Times that the files of a message are uploaded before the server's refusal is shown. */
const maxRounds = 3;
/** An upload is deleted 300 s after it was complete: this leaves time to name it. */
const roundMs = 200_000;

/** Sends messages with files: first the files, then the message that names them. */
@Injectable({ providedIn: 'root' })
export class FileSending {
  private readonly uploads = inject(Uploads);
  private readonly blobs = inject(FileBlobs);
  /** The uploaded files of messages that the server has perhaps stored already. */
  private readonly named = new Map<ClientMsgId, readonly NamedFile[]>();

  /**
   * @param send sends the message with its files
   */
  async send(
    { roomId, clientMsgId, attachments = [] }: UnsentMessage,
    send: (files: readonly NamedFile[]) => Promise<Reply<unknown>>,
    signal: AbortSignal,
  ): Promise<Reply<unknown>> {
    const cancel = () => attachments.forEach((each) => this.forget(each));
    signal.addEventListener('abort', cancel, { once: true });
    // If only the answer was lost, the server answers with the message, and its files are no uploads any more.
    const before = this.named.get(clientMsgId);
    let reply: Reply<unknown> | null = before ? await send(before) : null;
    for (let round = 0; round < maxRounds && (reply === null || wantsUploads(reply)); round++) {
      const files = await this.uploaded(roomId, attachments);
      if (signal.aborted) return canceled();
      if (!files.ok) return files;
      this.named.set(clientMsgId, files.value);
      reply = await send(files.value);
    }
    if (reply?.ok) {
      this.named.delete(clientMsgId);
      cancel();
    }
    return reply ?? canceled();
  }

  private async uploaded(
    roomId: UnsentMessage['roomId'],
    attachments: readonly Attachment[],
  ): Promise<Reply<readonly NamedFile[]>> {
    for (;;) {
      const begun = performance.now();
      const outcomes = await Promise.all(
        attachments.map(async (each) => ({ each, outcome: await this.uploads.run(roomId, each) })),
      );
      const files: NamedFile[] = [];
      for (const { each, outcome } of outcomes) {
        if (!outcome.ok) return outcome;
        files.push({ fileId: outcome.value.fileId, ...(each.alt && { alt: each.alt }) });
      }
      // The first of many files may have expired while the last was uploaded: beginning again prolongs it.
      if (performance.now() - begun < roundMs) return accepted(files);
    }
  }

  private forget({ clientFileId }: Attachment): void {
    this.uploads.cancel(clientFileId);
    this.blobs.drop(clientFileId);
  }
}

const wantsUploads = (reply: Reply<unknown>): boolean => !reply.ok && hasReason(reply.error, 'file.not_uploaded');
