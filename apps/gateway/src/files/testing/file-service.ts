import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accepted,
  commonReasons,
  messagingCommands,
  messagingReasons as reasons,
  refused,
  type FileFacts,
  type FileId,
  type MessageFile,
} from '@devchitchat/contracts';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { GatewayHarness } from '../../testing/gateway-harness';
import { person, type Person } from '../../testing/people';

const { fileReceive, fileReceived, fileRead } = messagingCommands;

export const expiresAt = 1_790_000_000_000;

/** The plainest facts of a file. */
export const plainFacts = (bytes: number): FileFacts => ({ kind: 'other', type: 'application/octet-stream', bytes });

type Readable = Pick<MessageFile, 'kind' | 'type' | 'name'>;

/** A gateway whose messaging knows the uploads and the files that a spec names. */
export class FileService implements AsyncDisposable {
  readonly anna: Person = person('a');
  /** The inputs of `file.received`. */
  readonly told: { readonly fileId: FileId; readonly facts: FileFacts }[] = [];
  /** Whether messaging takes what is told. */
  isListening = true;
  private readonly sizes = new Map<string, number>();
  private readonly readable = new Map<string, Readable>();
  private turn = 0;
  private files = 0;

  private constructor(
    readonly harness: GatewayHarness,
    private readonly folder: ReturnType<typeof temporaryFolder>,
  ) {}

  static async open(...[variables, limits]: Parameters<typeof GatewayHarness.open>): Promise<FileService> {
    const folder = temporaryFolder();
    const harness = await GatewayHarness.open(
      { DATA_DIR: folder.path, RATE_LIMIT_FACTOR: '1000', ...variables },
      limits,
    );
    const service = new FileService(harness, folder);
    service.serve();
    return service;
  }

  /** An upload that messaging expects. */
  expectUpload(size: number): FileId {
    const file = `f_${String((this.files += 1)).padStart(16, '0')}` as FileId;
    this.sizes.set(file, size);
    return file;
  }

  /** A complete file of a message that Anna may read. */
  store(content: string | Buffer, file: Readable, form = 'original'): FileId {
    const id = this.expectUpload(content.length);
    this.readable.set(id, file);
    mkdirSync(join(this.pathOf(id), 'ready'), { recursive: true });
    writeFileSync(join(this.pathOf(id), 'ready', form), content);
    writeFileSync(join(this.pathOf(id), 'ready', 'facts.json'), JSON.stringify(plainFacts(content.length)));
    return id;
  }

  /** The folder of a file on the disk. */
  pathOf(file: FileId): string {
    return join(this.folder.path, 'files', file);
  }

  /** The names in that folder. */
  namesOf(file: FileId): string[] {
    return readdirSync(this.pathOf(file)).sort();
  }

  url(path: string): string {
    return `${this.harness.url}/api/files/${path}`;
  }

  /** Sends a piece of a file as Anna. */
  put(
    file: string,
    body: string | Uint8Array<ArrayBuffer>,
    offset: number | string = 0,
    headers = {},
  ): Promise<Response> {
    return fetch(this.url(`${file}?offset=${offset}`), {
      method: 'PUT',
      body,
      headers: { ...this.harness.cookieOf(this.anna), ...headers },
    });
  }

  /** Reads a form of a file as Anna. */
  get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
    return fetch(this.url(path), { method, headers: { ...this.harness.cookieOf(this.anna), ...headers } });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.harness[Symbol.asyncDispose]();
    this.folder[Symbol.dispose]();
  }

  private serve(): void {
    this.harness.answer(fileReceive, ({ input }) => {
      const size = this.sizes.get((input as { fileId: FileId }).fileId);
      return size === undefined
        ? refused(reasons.fileUnknown)
        : accepted({ size, turn: (this.turn += 1), received: 0 });
    });
    this.harness.answer(fileReceived, ({ input }) => {
      if (!this.isListening) return refused(commonReasons.serverRestarting, {}, 200);
      this.told.push(input as { fileId: FileId; facts: FileFacts });
      return accepted({ expiresAt });
    });
    this.harness.answer(fileRead, ({ input, actor }) => {
      const file = this.readable.get((input as { fileId: FileId }).fileId);
      const isAnna = actor !== null && 'sessionId' in actor && actor.userId === this.anna.actor.userId;
      return file && isAnna ? accepted(file) : refused(reasons.fileUnknown);
    });
  }
}
