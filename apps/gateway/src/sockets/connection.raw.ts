import type { Server } from 'socket.io';
import type { Connection } from './browser-socket';

/** Undeclared internals of engine.io and ws, accessed in this file only. */
interface RawConnection {
  readonly writeBuffer: readonly { readonly data?: string | Buffer }[];
  readonly transport: {
    writable: boolean;
    readonly socket?: {
      readonly bufferedAmount: number;
      readonly _socket?: { cork(): void; uncork(): void } | null;
      terminate(): void;
      prependListener(frame: (typeof frameKinds)[number], listener: () => void): void;
    };
  };
  flush(): void;
}

/** The frame events of ws; one message may consist of several frames. */
const frameKinds = ['message', 'ping', 'pong'] as const;

/** Maximum frames per message. Browsers use one; a proxy may split it. */
const maxFragments = 64;

/** Milliseconds the peer has for the closing handshake. Frames that arrive meanwhile are still read. */
const closeTimeoutMs = 2_000;

const raw = (connection: Connection) => connection as unknown as RawConnection;

/**
 * Sets limits that engine.io does not pass on to ws, whose defaults are 16,384 frames and 30 s. Called for each request,
 * because engine.io creates a new ws server when it begins to listen.
 */
export function limitFrames({ engine }: Server): void {
  const { ws } = engine as unknown as { readonly ws: { readonly options: object } };
  Object.assign(ws.options, { maxFragments, closeTimeout: closeTimeoutMs });
}

/**
 * Calls back for each frame before any other listener, including pings and pongs, which ws answers itself, and frames that
 * arrive after engine.io closed the connection, which ws reads until the peer closes it too.
 */
export function onEachFrame(connection: Connection, listener: () => void): void {
  for (const kind of frameKinds) raw(connection).transport.socket?.prependListener(kind, listener);
}

/** Frames queued behind the ones being written. */
export const waitingFrames = (connection: Connection): RawConnection['writeBuffer'] => raw(connection).writeBuffer;

/** Bytes written but not yet accepted by the operating system or the peer. */
export const unsentBytes = (connection: Connection): number => raw(connection).transport.socket?.bufferedAmount ?? 0;

/** Holds back frames. Returns false if they wait anyway, because earlier ones are being written. */
export function holdFrames(connection: Connection): boolean {
  const { transport } = raw(connection);
  const held = transport.writable;
  transport.writable = false;
  return held;
}

/** Writes the held frames with one system call. */
export function releaseFrames(connection: Connection): void {
  const { transport } = raw(connection);
  const tcp = transport.socket?._socket;
  transport.writable = true;
  tcp?.cork();
  raw(connection).flush();
  tcp?.uncork();
}

/**
 * Closes a connection immediately: a closing handshake would keep all queued frames in memory for as long as the peer does
 * not read. Returns false if it was closing already: frames that had arrived are still answered and do not cause a second
 * cut.
 */
export function cutConnection(connection: Connection): boolean {
  const { socket } = raw(connection).transport;
  const wasOpen = connection.readyState === 'open';
  connection.close(true);
  socket?.terminate();
  return wasOpen;
}
