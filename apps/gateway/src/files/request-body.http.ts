import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';

/**
 * Appends the body of a request to a file, each part once the one before it is written, so that memory holds no more than
 * Node reads ahead: some 64 KiB. Resolves with the number of bytes written, fewer than announced if the connection broke.
 *
 * Not a `pipeline`: that would close the connection after an error of the disk, which the client has to learn.
 *
 * @param count called with the bytes of each part
 * @throws the errors of the disk
 */
export async function appendBody(
  request: IncomingMessage,
  file: FileHandle,
  count: (bytes: number) => void,
): Promise<number> {
  const parts = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  let written = 0;
  for (;;) {
    const part = await parts.next().catch(() => undefined);
    if (!part || part.done) return written;
    count(part.value.length);
    await file.appendFile(part.value);
    written += part.value.length;
  }
}
