import { once } from 'node:events';
import { open, type FileHandle } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder, until } from '@devchitchat/service-kit/testing';
import { appendBody } from './request-body.http';

const kibibyte = 1_024;
const size = 40 * kibibyte * kibibyte;

it('while the disk is slow, no more of a body is read than two parts of it', async () => {
  using folder = temporaryFolder();
  await using file = await open(join(folder.path, 'body'), 'a');
  const disk = new SlowDisk(file);
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write(`PUT / HTTP/1.1\r\nhost: test\r\ncontent-length: ${size}\r\n\r\n`);
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  let taken = 0;
  const appended = appendBody(request, disk as unknown as FileHandle, (bytes) => (taken += bytes));

  // Given a client that has sent all that the systems between them take
  client.write(Buffer.alloc(size, 'x'));
  await until(() => disk.waits);
  await stillFor(() => client.bytesWritten - client.writableLength);

  expect(taken).toBeLessThanOrEqual(64 * kibibyte);
  expect(request.readableLength).toBeLessThanOrEqual(128 * kibibyte);

  disk.goOn();
  expect(await appended).toBe(size);
  expect((await file.stat()).size).toBe(size);
  client.destroy();
  server.close();
});

/** A file whose first write takes until `goOn`. */
class SlowDisk {
  waits = false;
  private go: (() => void) | undefined;

  constructor(private readonly file: FileHandle) {}

  async appendFile(bytes: Buffer): Promise<void> {
    if (!this.go) {
      this.waits = true;
      await new Promise<void>((go) => (this.go = go));
    }
    await this.file.appendFile(bytes);
  }

  goOn(): void {
    this.go?.();
  }
}

/** Resolves when a number has stopped changing. */
async function stillFor(value: () => number): Promise<void> {
  for (let [before, same] = [-1, 0]; same < 5; before = value()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    same = value() === before ? same + 1 : 0;
  }
}
