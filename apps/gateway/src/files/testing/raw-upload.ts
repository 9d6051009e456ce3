import { connect, type Socket } from 'node:net';

/** An upload on a raw connection, for senders that stop halfway. */
export class RawUpload implements Disposable {
  /** All that was received so far. */
  answer = '';

  private constructor(readonly socket: Socket) {
    socket.setEncoding('latin1').on('data', (data: string) => (this.answer += data));
    socket.on('error', () => {});
  }

  /** Sends the headers of an upload; the body is the spec's to write. */
  static begin(url: string, length: number, headers: Record<string, string>, method = 'PUT'): RawUpload {
    const { port, pathname, search, host } = new URL(url);
    const upload = new RawUpload(connect(Number(port), '127.0.0.1'));
    const lines = Object.entries({ host, 'content-length': String(length), ...headers });
    upload.socket.write(
      `${method} ${pathname}${search} HTTP/1.1\r\n${lines.map((line) => `${line.join(': ')}\r\n`).join('')}\r\n`,
    );
    return upload;
  }

  /** Resolves however the connection ends: a side that is still writing gets an error first. */
  async closed(): Promise<void> {
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve));
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
