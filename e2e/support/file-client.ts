import {
  messagingCommands,
  type ClientFileId,
  type ClientMsgId,
  type FileForm,
  type FileId,
  type Message,
  type Reply,
  type RoomId,
} from '@devchitchat/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from './api-client';

export interface FileToSend {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Milliseconds that one request may take, so that one cut off by a kill is soon repeated. */
const tryMs = 3_000;

const newId = () => crypto.randomUUID();

/** A person's browser, as far as files go. `at` is the gateway that it asks. */
export class FileClient {
  constructor(
    readonly client: ApiClient,
    private readonly at = client.url,
  ) {}

  /** Sends the bytes of a file from an offset on, once. Rejects if the connection breaks. */
  async put(fileId: string, bytes: Buffer, offset = 0, headers: Record<string, string> = {}): Promise<Reply<unknown>> {
    const answer = await fetch(`${this.at}/api/files/${fileId}?offset=${offset}`, {
      method: 'PUT',
      headers: { cookie: this.client.cookie, origin: this.at, ...headers },
      body: new Uint8Array(bytes.subarray(offset)),
      signal: AbortSignal.timeout(tryMs * 5),
    });
    return (await answer.json()) as Reply<unknown>;
  }

  get(fileId: string, form: FileForm, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.at}/api/files/${fileId}/${form}`, {
      headers: { cookie: this.client.cookie, ...headers },
      signal: AbortSignal.timeout(tryMs * 5),
    });
  }

  async status(fileId: string, form: FileForm = 'original'): Promise<number> {
    const answer = await this.get(fileId, form);
    await answer.body?.cancel();
    return answer.status;
  }

  /** Uploads a file as the web app does: asks where to go on, sends from there, and repeats both until it is ready. */
  async upload(roomId: RoomId, { name, bytes }: FileToSend, clientFileId = newId() as ClientFileId): Promise<FileId> {
    const input = { roomId, clientFileId, name, size: bytes.length };
    for (;;) {
      const begun = await this.client.ask(messagingCommands.fileBegin, input, tryMs);
      if (begun.ok && begun.value.isReady) return begun.value.fileId;
      const sent = begun.ok
        ? await this.put(begun.value.fileId, bytes, begun.value.received).catch(() => undefined)
        : begun;
      const isLost = sent === undefined || (!sent.ok && (sent.error.retryable || sent.error.reason === 'file.offset'));
      if (sent && !sent.ok && !isLost) throw new Error(`${name}: ${sent.error.code}, ${sent.error.message}`);
      if (isLost) await wait(50);
    }
  }

  /** Uploads files and sends a message with them until it is acknowledged. */
  async send(roomId: RoomId, text: string, ...files: readonly FileToSend[]): Promise<Message> {
    const clientMsgId = newId() as ClientMsgId;
    const clientFileIds = files.map(() => newId() as ClientFileId);
    for (;;) {
      const uploaded: FileId[] = [];
      for (const [at, file] of files.entries()) uploaded.push(await this.upload(roomId, file, clientFileIds[at]));
      const message = { roomId, clientMsgId, text, files: uploaded.map((fileId) => ({ fileId })) };
      const reply = await this.client.ask(messagingCommands.msgSend, message, tryMs);
      if (reply.ok) return reply.value;
      if (!reply.error.retryable) throw new Error(`${text}: ${reply.error.code}, ${reply.error.message}`);
      await wait(50);
    }
  }
}
