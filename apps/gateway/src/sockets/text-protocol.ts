import { EventEmitter } from 'node:events';

/** The socket.io packets that browsers send, with the protocol's numbers. */
const packetTypes = { connect: 0, disconnect: 1, event: 2 } as const;

export interface Packet {
  readonly type: number;
  readonly nsp: '/';
  readonly id?: number;
  readonly data?: unknown;
}

/** Thrown for a frame outside the protocol. Its message names the broken rule and never quotes the frame. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}

/** `2`, optionally an acknowledgement number, and a JSON array. */
const event = /^2(\d{0,15})(?=\[)/;

/**
 * Decodes a frame. Every event becomes the event `command` with its name as an argument, because a name from outside must
 * never select a listener of a Node EventEmitter.
 */
export function decodePacket(frame: unknown): Packet {
  if (typeof frame !== 'string') throw new MalformedFrame('binary');
  // Data that a client sends with connect is ignored: the cookie identifies it.
  if (frame === '0' || frame.startsWith('0{')) return { type: packetTypes.connect, nsp: '/' };
  if (frame === '1') return { type: packetTypes.disconnect, nsp: '/' };
  const start = event.exec(frame);
  if (!start) throw new MalformedFrame('neither connect, disconnect nor event');
  const [head, id] = start;
  const said: unknown = jsonOf(frame.slice(head.length));
  if (!Array.isArray(said) || typeof said[0] !== 'string') throw new MalformedFrame('an event without a name');
  return {
    type: packetTypes.event,
    nsp: '/',
    data: ['command', ...(said as unknown[])],
    ...(id ? { id: Number(id) } : {}),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedFrame('not JSON');
  }
}

/** One per connection. Replaces socket.io's decoder, which also accepts binary packets and other namespaces. */
export class PacketDecoder extends EventEmitter {
  private isConnecting = false;

  /** @throws {MalformedFrame} upon which socket.io closes the connection. */
  add(frame: unknown): void {
    const packet = decodePacket(frame);
    // Each connect looks up the session again; browsers connect once.
    if (packet.type === packetTypes.connect && this.isConnecting) throw new MalformedFrame('a second connect');
    this.isConnecting = true;
    this.emit('decoded', packet);
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

/** Encodes a packet as one text frame. socket.io's encoder searches every message for binary data, which is never sent. */
export class PacketEncoder {
  encode({ type, id, data }: { type: number; id?: number; data?: unknown }): string[] {
    return [`${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}
