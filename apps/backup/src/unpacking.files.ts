import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Parser, type ReadEntry } from 'tar';
import { followersFirst, databaseOf, isInBackups, isOfMessages } from './layout';
import { manifestPath } from './manifest';
import { OperatorError } from '@devchitchat/service-kit';

/** Maximum bytes of keys, lists and certificates, which have a few thousand. */
const smallFile = 1024 * 1024;
/** Maximum bytes of a part of a message's file. */
const largeFile = 10 * 1024 ** 3;
/** Maximum bytes of the manifest: 120 for each part of a message's file. */
const largestManifest = 160 * 1024 ** 2;
/** Maximum databases, keys, lists and certificates in one backup. */
const maxFiles = 200;
/** Maximum parts of messages' files in one backup. */
const maxPartsOfMessages = 1_000_000;
/**
 * Maximum compression ratio. Databases compress to between a tenth and a hundredth, and the files of messages are stored
 * as they are; a higher ratio indicates an archive made to fill the disk.
 */
const maxCompressionRatio = 250;
const alwaysAllowed = 256 * 1024 * 1024;

export interface UnpackingOptions {
  /** The archive's name in messages. */
  readonly file: string;
  /** The archive's length in bytes. */
  readonly length: number;
  readonly folder: string;
  /** Available disk space in bytes. */
  readonly room: number;
  /**
   * Called with the text of the manifest before anything else is written.
   *
   * @throws {OperatorError}
   */
  readonly checkManifest: (text: string) => void;
}

/**
 * Unpacks an archive from any source: creates only files that a backup may contain, and stops before it writes more than
 * declared. Every header is checked before reading on.
 */
export class Unpacking {
  /** The files created, by path. */
  readonly paths = new Set<string>();
  readonly parser: Parser;
  private readonly writing = new Set<Promise<void>>();
  private bytes = 0;
  private partsOfMessages = 0;
  private refusal: OperatorError | undefined;
  private isAbandoned = false;
  private readonly files = new Set<WriteStream>();

  /** @param stop called to stop reading; data already in the pipe still arrives */
  constructor(
    private readonly options: UnpackingOptions,
    private readonly stop: () => void,
  ) {
    this.parser = new Parser({ strict: true, onReadEntry: (entry) => this.take(entry) });
  }

  /**
   * Resolves once everything read is written.
   *
   * @throws {OperatorError} if an entry was refused
   */
  async written(): Promise<void> {
    this.throwIfRefused();
    await Promise.all(this.writing);
    // The first bytes of a database arrive after its header.
    this.throwIfRefused();
  }

  /** Resolves with the refusal, if any, once writing has stopped. */
  async abandon(): Promise<OperatorError | undefined> {
    this.isAbandoned = true;
    for (const file of this.files) file.destroy();
    await Promise.allSettled(this.writing);
    return this.refusal;
  }

  private throwIfRefused(): void {
    if (this.refusal) throw this.refusal;
  }

  private take(entry: ReadEntry): void {
    if (this.refusal) return entry.resume();
    const reason = this.reasonToRefuse(entry);
    if (reason !== undefined) {
      this.refuse(this.noBackup(reason));
      return entry.resume();
    }
    this.paths.add(entry.path);
    if (isOfMessages(entry.path)) this.partsOfMessages += 1;
    this.bytes += entry.size;
    if (entry.path === manifestPath) this.readManifest(entry);
    else this.begin(this.write(entry));
  }

  private reasonToRefuse({ path, type, size }: ReadEntry): string | undefined {
    const name = JSON.stringify(path);
    if (this.paths.size === 0 && path !== manifestPath) return 'it does not begin with a manifest';
    if (type !== 'File' && type !== 'OldFile') return `${name} in it is not a file`;
    if (path !== manifestPath && !isInBackups(path)) return `${name} does not belong in a backup`;
    if (this.paths.has(path)) return `${name} is in it twice`;
    if (this.isOneTooMany(path))
      return `it holds more than ${isOfMessages(path) ? maxPartsOfMessages : maxFiles} files`;
    if (size > largestSizeOf(path)) return `${name} in it is ${megabytes(size)}`;
    const { length, room } = this.options;
    const all = this.bytes + size;
    if (all > Math.max(alwaysAllowed, length * maxCompressionRatio))
      return `it would grow to more than ${megabytes(all)}`;
    if (all > room) return `it needs more than ${megabytes(all)}, and there is room for ${megabytes(room)}`;
    return undefined;
  }

  private isOneTooMany(path: string): boolean {
    if (isOfMessages(path)) return this.partsOfMessages >= maxPartsOfMessages;
    return this.paths.size - this.partsOfMessages >= maxFiles;
  }

  /** Remembers what is being written, and what failed, until it is awaited; not what is written, of which there is much. */
  private begin(writing: Promise<void>): void {
    this.writing.add(writing);
    writing.then(
      () => this.writing.delete(writing),
      // If unpacking is abandoned, no caller awaits this promise.
      () => {},
    );
  }

  private readManifest(entry: ReadEntry): void {
    const chunks: Buffer[] = [];
    entry.on('data', (chunk) => void chunks.push(chunk));
    entry.on('end', () => {
      try {
        this.options.checkManifest(Buffer.concat(chunks).toString('utf8'));
      } catch (error) {
        this.refuse(error as OperatorError);
      }
    });
  }

  private async write(entry: ReadEntry): Promise<void> {
    const path = join(this.options.folder, entry.path);
    // Reading pauses here: nothing consumes the data yet.
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    if (this.isAbandoned) return;
    const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    this.files.add(out);
    let isFirst = true;
    entry.on('data', (chunk) => {
      if (isFirst && isDatabase(entry.path) && !beginsAsDatabase(chunk)) {
        this.refuse(this.noBackup(`${entry.path} in it is not a database`));
      }
      isFirst = false;
      if (!out.write(chunk)) waitFor(out, entry);
    });
    entry.on('end', () => out.end());
    await finished(out);
    this.files.delete(out);
  }

  private refuse(refusal: OperatorError): void {
    this.refusal ??= refusal;
    this.stop();
  }

  private noBackup(reason: string): OperatorError {
    return new OperatorError(
      `${this.options.file} is not a backup that can be restored: ${reason}. Nothing was changed.`,
    );
  }
}

function waitFor(out: WriteStream, entry: ReadEntry): void {
  entry.pause();
  out.once('drain', () => entry.resume());
}

function largestSizeOf(path: string): number {
  if (isDatabase(path)) return Infinity;
  if (path === manifestPath) return largestManifest;
  return isOfMessages(path) ? largeFile : smallFile;
}

const isDatabase = (path: string): boolean => followersFirst.some((service) => databaseOf(service) === path);

const beginsAsDatabase = (chunk: Buffer): boolean => chunk.toString('latin1', 0, 16) === 'SQLite format 3\0';

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
