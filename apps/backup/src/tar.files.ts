import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { create } from 'tar';

export interface TarOptions {
  /** Must not exist yet. Only its owner can read it. */
  readonly file: string;
  readonly folder: string;
  /** Paths in `folder`, first in the archive. */
  readonly compressed: readonly string[];
  readonly stored: readonly string[];
}

/** The bytes that end every tar. */
const endLength = 1024;

/**
 * Writes a .tar.gz of two gzip members, which any program reads as one archive. Files of messages are stored as they are:
 * most do not compress, and one of nothing but zeros would look like an archive made to fill the disk.
 */
export async function writeTar({ file, folder, compressed, stored }: TarOptions): Promise<void> {
  const tarOf = (paths: readonly string[]) =>
    create({ cwd: folder, portable: true }, [...paths]) as unknown as AsyncIterable<Buffer>;
  const append = (bytes: AsyncIterable<Buffer>, level: number, flags: string) =>
    pipeline(Readable.from(bytes), createGzip({ level }), createWriteStream(file, { flags, mode: 0o600 }));
  if (stored.length === 0) return append(tarOf(compressed), constants.Z_DEFAULT_COMPRESSION, 'wx');
  await append(withoutEnd(tarOf(compressed)), constants.Z_DEFAULT_COMPRESSION, 'wx');
  await append(tarOf(stored), constants.Z_NO_COMPRESSION, 'a');
}

/** The same bytes without the end, so that another tar continues the archive. */
async function* withoutEnd(tar: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of tar) {
    const all = Buffer.concat([held, chunk]);
    const length = Math.max(0, all.length - endLength);
    yield all.subarray(0, length);
    held = all.subarray(length);
  }
}
