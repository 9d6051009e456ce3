import type { IncomingMessage } from 'node:http';
import { limits } from '@devchitchat/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { ConnectionGuard } from '../listeners/connection-guard.net';
import type { Counters } from '../limits/counters';
import type { OurPages } from '../session/our-pages';
import { limitFrames } from '../sockets/connection.raw';
import { PacketDecoder, PacketEncoder } from '../sockets/text-protocol';

/** Milliseconds. A dead connection is detected after at most their sum. */
const heartbeat = { pingInterval: 10_000, pingTimeout: 5_000 };
/** Milliseconds a connection may take to become a socket; longer than the timeout for auth. */
const connectTimeoutMs = 8_000;

/** Configures socket.io: WebSocket only, text only, small frames, our own pages only. */
export class SocketServerAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly ourPages: OurPages,
    private readonly counters: Counters,
    private readonly guard: ConnectionGuard,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const { counters } = this;
    const server: Server = super.createIOServer(port, {
      ...options,
      ...heartbeat,
      connectTimeout: connectTimeoutMs,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: limits.frameBytes,
      // CORS does not protect WebSockets, so the origin is checked here.
      allowRequest: (request, answer) => {
        limitFrames(server);
        this.admit(request, answer);
      },
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
    return server;
  }

  private admit(request: IncomingMessage, answer: (reason: string | null, admitted: boolean) => void): void {
    const isOurs = this.ourPages.sent(request);
    if (!isOurs) this.counters.cuts.count('origin');
    if (!isOurs) return answer('Other sites can’t send requests to this server.', false);
    if (!this.guard.admitUpgrade(request)) return answer('Too many connections from your network.', false);
    answer(null, true);
  }
}
