import { open, type FileHandle } from 'node:fs/promises';
import type { ExportedMessage } from './export';
import { messageFrom, type ExportFile } from './exports.files';
import type { Position } from './survey';

/** Bytes read around a message. Neighbours are usually wanted next, after it or, in a reversed export, before it. */
const windowBytes = 1024 * 1024;
/** Maximum number of open files; a channel may have more parts. */
const maxOpen = 8;

interface Window {
  readonly handle: FileHandle;
  start: number;
  bytes: Buffer;
}

/** Reads messages of surveyed files by their places. */
export class Messages implements AsyncDisposable {
  /** The one that was used last is last. */
  private readonly windows = new Map<number, Window>();

  constructor(private readonly files: readonly ExportFile[]) {}

  async at({ file, start, length }: Position): Promise<ExportedMessage> {
    const path = this.files[file]?.path ?? '';
    const window = await this.windowOf(file, path);
    if (start < window.start || start + length > window.start + window.bytes.length) {
      window.start = Math.max(0, start - (start < window.start ? windowBytes : 0));
      const wanted = start - window.start + Math.max(length, windowBytes);
      const { buffer, bytesRead } = await window.handle.read(Buffer.alloc(wanted), 0, wanted, window.start);
      window.bytes = buffer.subarray(0, bytesRead);
    }
    const from = start - window.start;
    return messageFrom(path, window.bytes.toString('utf8', from, from + length));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { handle } of this.windows.values()) await handle.close();
    this.windows.clear();
  }

  private async windowOf(file: number, path: string): Promise<Window> {
    const window = this.windows.get(file) ?? { handle: await open(path), start: 0, bytes: Buffer.alloc(0) };
    this.windows.delete(file);
    this.windows.set(file, window);
    for (const [longestUnused, { handle }] of this.windows) {
      if (this.windows.size <= maxOpen) break;
      this.windows.delete(longestUnused);
      await handle.close();
    }
    return window;
  }
}
