import { EventEmitter } from 'node:events';

/** The packets of the socket.io protocol that a browser of ours ever sends; the numbers are the protocol's. */
const packetTypes = { connect: 0, disconnect: 1, event: 2 } as const;

export interface Packet {
  readonly type: number;
  readonly nsp: '/';
  readonly id?: number;
  readonly data?: unknown;
}

/** What a frame is when it is no frame of ours. Its message says which rule it broke, and nothing of what it held. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}

/** `2`, perhaps the number under which an answer is awaited, and a JSON array. */
const event = /^2(\d{0,15})(?=\[)/;

/**
 * Reads a frame. Every event a browser sends becomes the one event `command` with its name as an argument, because a
 * name from outside must never choose among the listeners of a Node EventEmitter.
 */
export function decodePacket(frame: unknown): Packet {
  if (typeof frame !== 'string') throw new MalformedFrame('binary');
  // Whatever a client says about itself while it connects is not read: who it is stands in its cookie.
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

/** One for each connection; in the place of socket.io's own, which also takes binary packets and other namespaces. */
export class PacketDecoder extends EventEmitter {
  private isConnecting = false;

  /** Throws on a malformed frame, upon which socket.io ends the connection. */
  add(frame: unknown): void {
    const packet = decodePacket(frame);
    // Each connect asks for the session again; a browser does it once.
    if (packet.type === packetTypes.connect && this.isConnecting) throw new MalformedFrame('a second connect');
    this.isConnecting = true;
    this.emit('decoded', packet);
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

/** Writes a packet as one text frame. Socket.io's own looks through every message for binary data, which we never send. */
export class PacketEncoder {
  encode({ type, id, data }: { type: number; id?: number; data?: unknown }): string[] {
    return [`${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}
