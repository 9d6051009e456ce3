import type { IncomingMessage } from 'node:http';
import {
  accepted,
  fileId,
  messagingCommands,
  messagingReasons as reasons,
  refused,
  type FileFacts,
  type FileId,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { CommandClient, ENVIRONMENT, LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { GatewayEnvironment } from '../environment/environment';
import { Counters } from '../limits/counters';
import { allowSlowBody } from '../listeners/body-deadline.http';
import { Admission, type Admitted } from '../session/admission.service';
import { isFull, isMissing, refusalOfDisk } from './disk-error';
import { FileFolder } from './file-folder.files';
import { Intake } from './intake/intake.service';
import { appendBody } from './request-body.http';
import { announcedBytes, fits, offsetIn, type Piece } from './upload-piece';
import { UploadsAtOnce } from './uploads-at-once';

/** The answer to bytes of a file. */
export type Uploaded =
  | { readonly isReady: false; /** Bytes that the server has. */ readonly received: number }
  | { readonly isReady: true; readonly expiresAt: number };

/** Uploads in progress of one person, in this gateway. */
const uploadsAtOnce = 4;

/** A turn that messaging granted. */
interface Turn {
  readonly folder: FileFolder;
  readonly turn: number;
  readonly size: number;
}

/** Takes the bytes of files, which messaging permits for each request. */
@Injectable()
export class Uploads {
  private readonly atOnce = new UploadsAtOnce<UserId>(uploadsAtOnce);

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: GatewayEnvironment,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly admission: Admission,
    private readonly commands: CommandClient,
    private readonly counters: Counters,
    private readonly intake: Intake,
  ) {}

  /** Does not read the body unless it is permitted. Bytes of a connection that broke are kept. */
  async receive(id: string, offset: unknown, request: IncomingMessage): Promise<Reply<Uploaded>> {
    const admitted = await this.admission.of(request, 'file');
    if (!admitted.ok) return admitted;
    const file = fileId.safeParse(id);
    if (!file.success) return refused(reasons.fileUnknown);
    const piece = { offset: offsetIn(offset), length: announcedBytes(request.headers['content-length']) };
    const giveBack = this.atOnce.take(admitted.value.actor.userId);
    if (!giveBack) return refused(reasons.fileUploadsAtOnce, { max: this.atOnce.max }, 1_000);
    try {
      return await this.ask(file.data, piece, request, admitted.value);
    } finally {
      giveBack();
    }
  }

  private async ask(
    file: FileId,
    piece: Piece,
    request: IncomingMessage,
    admitted: Admitted,
  ): Promise<Reply<Uploaded>> {
    const granted = await this.commands.ask(messagingCommands.fileReceive, { fileId: file }, admitted);
    if (!granted.ok) return granted;
    const turn = { ...granted.value, folder: new FileFolder(this.environment.DATA_DIR, file) };
    const facts = await this.take(turn, piece, request).catch((error: unknown) => this.recover(error, turn));
    if (!facts.ok || 'isReady' in facts.value) return facts as Reply<Uploaded>;
    await turn.folder.tidy().catch((error: unknown) => this.confess(error));
    const told = await this.commands.ask(
      messagingCommands.fileReceived,
      { fileId: file, facts: facts.value },
      admitted,
    );
    return told.ok ? accepted({ isReady: true, expiresAt: told.value.expiresAt }) : told;
  }

  /** The facts of the file, or how much of it there is. */
  private async take(turn: Turn, { offset, length }: Piece, request: IncomingMessage) {
    const { folder, size } = turn;
    // The answer to its last bytes was lost, or the gateway stopped before it told messaging.
    const complete = await folder.facts();
    if (complete) return accepted(complete);
    const earlier = await folder.before(turn.turn);
    if (offset > earlier.bytes) return refused(reasons.fileOffset, { received: earlier.bytes });
    if (!fits({ offset, length }, size)) return refused(reasons.fileLength);
    this.intake.warmUp();
    const file = await folder.begin(turn.turn, offset, earlier);
    let received = offset;
    try {
      allowSlowBody(request);
      received += await appendBody(request, file, (bytes) => this.counters.fileBytes.count('received', bytes));
      if (received === size) await file.sync();
    } finally {
      await file.close();
    }
    if (received < size) return accepted({ isReady: false as const, received });
    // Nothing moves on the connection while the file waits for its turn, and that has limits of its own.
    request.socket.setTimeout(0);
    return this.examine(turn);
  }

  private async examine({ folder, turn }: Turn): Promise<Reply<FileFacts>> {
    const faster = await folder.facts();
    if (faster) return accepted(faster);
    // Messaging removed an upload that took too long.
    if (!(await folder.holds(turn))) return refused(reasons.fileUnknown);
    const found = await this.intake.examine(folder.turn(turn), folder.prepared(turn));
    if (found.ok) {
      await folder.complete(turn, found.value);
      return found;
    }
    // A turn that completed meanwhile removed the bytes of this one.
    const meanwhile = await folder.facts();
    if (meanwhile) return accepted(meanwhile);
    await folder.discardUpTo(turn);
    return found;
  }

  /** After an error of the disk. Another turn that completed the file meanwhile is a reason for one, too. */
  private async recover(error: unknown, { folder, turn }: Turn): Promise<Reply<FileFacts>> {
    const meanwhile = await folder.facts().catch(() => undefined);
    if (meanwhile) return accepted(meanwhile);
    if (!isMissing(error)) this.confess(error);
    if (isFull(error)) await folder.discard(turn).catch((another: unknown) => this.confess(another));
    return refusalOfDisk(error);
  }

  private confess(error: unknown): void {
    this.logger.error('A file could not be stored.', { error });
  }
}
