import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

const cookie = Buffer.from('2112a442', 'hex');
const requests = { allocate: 0x0003, createPermission: 0x0008 } as const;
const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  peerAddress: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  requestedTransport: 0x0019,
} as const;
const udp = Buffer.from([17, 0, 0, 0]);
const integrityLength = 24;

interface Answer {
  /** 0 on success. */
  readonly error: number;
  readonly attribute: (type: number) => Buffer | undefined;
}

/** The subset of RFC 8656 that a malicious client needs: asks a relay for peers that no browser asks for. */
export class TurnClient implements AsyncDisposable {
  private key:
    { readonly username: string; readonly realm: Buffer; readonly nonce: Buffer; readonly secret: Buffer } | undefined;

  private constructor(private readonly socket: Socket) {}

  /**
   * Allocates over UDP.
   * @throws with the error code if the relay refuses
   */
  static async allocate(host: string, port: number, username: string, credential: string): Promise<TurnClient> {
    const socket = createSocket('udp4');
    socket.connect(port, host);
    await once(socket, 'connect');
    const client = new TurnClient(socket);
    const transport = () => [attributes.requestedTransport, udp] as const;
    const challenge = await client.ask(requests.allocate, transport);
    const realm = challenge.attribute(attributes.realm) ?? Buffer.alloc(0);
    const nonce = challenge.attribute(attributes.nonce) ?? Buffer.alloc(0);
    const secret = createHash('md5').update(`${username}:${realm.toString()}:${credential}`).digest();
    client.key = { username, realm, nonce, secret };
    const { error } = await client.ask(requests.allocate, transport);
    if (error === 0) return client;
    socket.close();
    throw new Error(`The relay refused with ${error}.`);
  }

  /**
   * Requests permission to relay to an address.
   * @returns 0 on success, else the error code
   */
  async permissionFor(address: string): Promise<number> {
    const { error } = await this.ask(requests.createPermission, (id) => [attributes.peerAddress, xored(address, id)]);
    return error;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.socket.close();
    return Promise.resolve();
  }

  private async ask(type: number, own: (id: Buffer) => readonly [number, Buffer]): Promise<Answer> {
    const id = randomBytes(12);
    const identity = this.key
      ? ([
          [attributes.username, Buffer.from(this.key.username)],
          [attributes.realm, this.key.realm],
          [attributes.nonce, this.key.nonce],
        ] as const)
      : [];
    const body = Buffer.concat([own(id), ...identity].map(([name, value]) => attribute(name, value)));
    const extra = this.key ? integrityLength : 0;
    const message = Buffer.concat([head(type, body.length + extra, id), body]);
    const mac = this.key && createHmac('sha1', this.key.secret).update(message).digest();
    this.socket.send(mac ? Buffer.concat([message, attribute(attributes.messageIntegrity, mac)]) : message);
    const [datagram] = (await once(this.socket, 'message', { signal: AbortSignal.timeout(5_000) })) as [Buffer];
    return answerIn(datagram);
  }
}

function head(type: number, length: number, id: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(length, 2);
  return Buffer.concat([header, cookie, id]);
}

function attribute(type: number, value: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(value.length, 2);
  return Buffer.concat([header, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** Encodes XOR-PEER-ADDRESS with a fixed port, for an IPv4 address or one mapped into IPv6. */
function xored(address: string, id: Buffer): Buffer {
  const mapped = isIPv6(address);
  const ipv4 = Buffer.from(address.replace('::ffff:', '').split('.').map(Number));
  const plain = mapped ? Buffer.concat([Buffer.alloc(10), Buffer.from([0xff, 0xff]), ipv4]) : ipv4;
  const mask = Buffer.concat([cookie, id]);
  const masked = Buffer.from(plain.map((byte, at) => byte ^ (mask[at] ?? 0)));
  return Buffer.concat([Buffer.from([0, mapped ? 2 : 1, 0x21, 0x12]), masked]);
}

function answerIn(datagram: Buffer): Answer {
  const found = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= datagram.length;) {
    const length = datagram.readUInt16BE(at + 2);
    found.set(datagram.readUInt16BE(at), datagram.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  const code = found.get(attributes.errorCode);
  return { error: code ? (code[2] ?? 0) * 100 + (code[3] ?? 0) : 0, attribute: (type) => found.get(type) };
}
