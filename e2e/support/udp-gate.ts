import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';

const host = '127.0.0.1';

/** A UDP proxy that can be closed. It then drops packets in both directions. */
export class UdpGate implements AsyncDisposable {
  isOpen = true;
  /** One socket per client, so that the server can tell them apart. */
  private readonly upstream = new Map<string, Socket>();

  private constructor(
    private readonly front: Socket,
    private readonly serverPort: number,
  ) {
    front.on('message', (packet, browser) => {
      if (this.isOpen) this.towardsServer(browser).send(packet, serverPort, host);
    });
  }

  static async to(serverPort: number): Promise<UdpGate> {
    const front = createSocket('udp4').bind(0, host);
    await once(front, 'listening');
    return new UdpGate(front, serverPort);
  }

  get port(): number {
    return this.front.address().port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of [this.front, ...this.upstream.values()]) {
      socket.close();
      await once(socket, 'close');
    }
  }

  private towardsServer({ address, port }: RemoteInfo): Socket {
    const name = `${address}:${String(port)}`;
    const known = this.upstream.get(name);
    if (known) return known;
    const socket = createSocket('udp4');
    socket.on('message', (packet) => {
      if (this.isOpen) this.front.send(packet, port, address);
    });
    this.upstream.set(name, socket);
    return socket;
  }
}
