import type { IncomingMessage } from 'node:http';
import { limits } from '@devchitchat/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { Counters } from '../limits/counters';
import type { OurPages } from '../session/our-pages';
import { PacketDecoder, PacketEncoder } from './text-protocol';

/** Milliseconds. A dead link is found after at most the sum. */
const heartbeat = { pingInterval: 10_000, pingTimeout: 5_000 };
/** Milliseconds a connection may take to become a socket; longer than auth is waited for. */
const connectTimeout = 8_000;

/** The socket.io server as this house runs it: WebSocket only, text only, small frames, our own pages only. */
export class SocketServerAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly ourPages: OurPages,
    private readonly counters: Counters,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const { counters } = this;
    return super.createIOServer(port, {
      ...options,
      ...heartbeat,
      connectTimeout,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: limits.frameBytes,
      // CORS does not guard WebSockets; this does.
      allowRequest: (request, answer) => this.admit(request, answer),
      parser: {
        Encoder: PacketEncoder,
        Decoder: class extends PacketDecoder {
          override add(frame: unknown): void {
            try {
              super.add(frame);
            } catch (error) {
              counters.cuts.count('malformed');
              throw error;
            }
          }
        },
      },
    } as ServerOptions);
  }

  private admit(request: IncomingMessage, answer: (reason: string | null, admitted: boolean) => void): void {
    const admitted = this.ourPages.sent(request);
    if (!admitted) this.counters.cuts.count('origin');
    answer(admitted ? null : 'This page is not of this server.', admitted);
  }
}
