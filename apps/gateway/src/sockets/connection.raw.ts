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
    };
  };
  flush(): void;
}

const raw = (connection: Connection) => connection as unknown as RawConnection;

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
