import type { AnyEvent, browserSurface, DataOf, Reply, SessionActor, User } from '@devchitchat/contracts';
import type { Server, Socket } from 'socket.io';
import type { Bucket } from '../limits/token-bucket';

/** What a socket says to us: always a command, with its name, its input and what calls back with the Reply. */
interface FromBrowser {
  command: (name: string, ...said: unknown[]) => void;
}

type SurfaceNotice = (typeof browserSurface.notices)[number];

type ToBrowser = { event: (event: AnyEvent) => void } & {
  [N in SurfaceNotice as N['name']]: (data: DataOf<N>) => void;
};

/** What the gateway knows of a socket, from its handshake on. */
export interface SocketData {
  actor: SessionActor;
  user: User;
  /** Where it comes from, as far as a proxy that is trusted says so. */
  address: string;
  /** Commands that wait for their answer. */
  inFlight: number;
  refusals: Bucket;
}

type NoServersBeside = Record<string, never>;

export type BrowserSocket = Socket<FromBrowser, ToBrowser, NoServersBeside, SocketData>;
export type BrowserServer = Server<FromBrowser, ToBrowser, NoServersBeside, SocketData>;
export type Connection = BrowserSocket['conn'];
export type Acknowledge = (reply: Reply<unknown>) => void;
