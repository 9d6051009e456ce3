import type { Server } from 'socket.io';
import type { Connection } from './browser-socket';

/** What engine.io and ws keep of a connection and do not declare, held in one place. */
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

/** What ws tells of; a message may have come in several frames. */
const frameKinds = ['message', 'ping', 'pong'] as const;

/** Frames of one message. Ours fit into one, and a proxy may cut them anew. */
const mostFragments = 64;

/** Milliseconds for the other side to take its leave in. What it sends meanwhile is still read. */
const closeTimeout = 2_000;

const raw = (connection: Connection) => connection as unknown as RawConnection;

/**
 * Sets what engine.io does not hand on to ws, whose own limits are 16,384 frames and half a minute. Called for each request,
 * because engine.io makes another ws when its server begins to listen.
 */
export function limitFrames({ engine }: Server): void {
  const { ws } = engine as unknown as { readonly ws: { readonly options: object } };
  Object.assign(ws.options, { maxFragments: mostFragments, closeTimeout });
}

/**
 * Calls back for each frame before anybody else hears of it: also for pings and pongs, which ws answers and drops by itself,
 * and for what comes after engine.io closed the connection, which ws goes on reading until the other side closes it too.
 */
export function onEachFrame(connection: Connection, listener: () => void): void {
  for (const kind of frameKinds) raw(connection).transport.socket?.prependListener(kind, listener);
}

/** Frames that wait until the ones before them are written. */
export const waitingFrames = (connection: Connection): RawConnection['writeBuffer'] => raw(connection).writeBuffer;

/** Bytes handed over that neither the operating system nor the other side has taken. */
export const unsentBytes = (connection: Connection): number => raw(connection).transport.socket?.bufferedAmount ?? 0;

/** Lets frames wait. False when they wait anyway, because earlier ones are being written. */
export function holdFrames(connection: Connection): boolean {
  const { transport } = raw(connection);
  const held = transport.writable;
  transport.writable = false;
  return held;
}

/** Writes what was held, all of it with one system call. */
export function releaseFrames(connection: Connection): void {
  const { transport } = raw(connection);
  const tcp = transport.socket?._socket;
  transport.writable = true;
  tcp?.cork();
  raw(connection).flush();
  tcp?.uncork();
}

/**
 * Ends a connection without waiting for anybody: a closing handshake would keep everything that is queued in memory for
 * as long as the other side does not read. False when it was ending already: what had arrived by then is still answered,
 * and is no reason to cut it again.
 */
export function cutConnection(connection: Connection): boolean {
  const { socket } = raw(connection).transport;
  const wasOpen = connection.readyState === 'open';
  connection.close(true);
  socket?.terminate();
  return wasOpen;
}
