import { createHash } from 'node:crypto';
import { appendFile, open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * The last bytes of a backup: a second, empty gzip member with the SHA-256 of everything before it. Programs that unpack
 * .tar.gz ignore it. If it is missing the file was cut short; if it does not match the file was changed, even by a bit that
 * no checksum of tar or gzip covers.
 */
const sealOf = (sha256: string): Buffer => {
  const text = Buffer.from(`devchitchat backup, sha256 ${sha256}\n`);
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  const stored = Buffer.from([1, text.length, 0, ~text.length & 0xff, 0xff]);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(text), 0);
  trailer.writeUInt32LE(text.length, 4);
  return Buffer.concat([header, stored, text, trailer]);
};

/** The length of the seal in bytes. */
const sealLength = sealOf('0'.repeat(64)).length;

export async function seal(file: string): Promise<void> {
  await appendFile(file, sealOf(await hashOf(file)), { flush: true });
}

/** The number of bytes before the seal; `undefined` if the seal is missing or does not match. */
export async function sealedLength(file: string): Promise<number | undefined> {
  const handle = await open(file);
  try {
    const length = (await handle.stat()).size - sealLength;
    if (length <= 0) return undefined;
    const { buffer } = await handle.read(Buffer.alloc(sealLength), 0, sealLength, length);
    return buffer.equals(sealOf(await hashOf(file, length))) ? length : undefined;
  } finally {
    await handle.close();
  }
}

/** The SHA-256 of a file, or of its first `length` bytes, in hex. */
export async function hashOf(file: string, length = Infinity): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: length - 1 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
