import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A WebSocket that sends raw engine.io frames. */
export class RawSocket {
  /** Resolves with the WebSocket close code when either side closes it. */
  readonly closed: Promise<number>;
  private readonly frames: string[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      // Answers heartbeats, so that only the spec's frames cause a cut.
      if (frame === '2') socket.send('3');
      this.frames.push(frame);
    });
    socket.on('error', () => {});
    this.closed = once(socket, 'close').then(([code]) => code as number);
  }

  /** Opens the connection; the spec itself sends `40`, which makes it a socket. */
  static async open(url: string, headers: Record<string, string>): Promise<RawSocket> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const raw = new RawSocket(new WebSocket(address, { headers }));
    await raw.next((frame) => frame.startsWith('0'));
    return raw;
  }

  send(data: string | Buffer): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(data);
  }

  /** Resolves with the first frame, received or future, that matches `is`. Discards all frames before it. */
  async next(is: (frame: string) => boolean): Promise<string> {
    for (;;) {
      for (let frame = this.frames.shift(); frame !== undefined; frame = this.frames.shift())
        if (is(frame)) return frame;
      await Promise.race([once(this.socket, 'message'), this.closed.then(over)]);
    }
  }
}

const over = (code: number): never => {
  throw new Error(`The connection was closed with code ${code}.`);
};
