import type {
  AnyEvent,
  browserSurface,
  DataOf,
  Reply,
  ServerSettings,
  SessionActor,
  User,
} from '@devchitchat/contracts';
import type { Server, Socket } from 'socket.io';
import type { Bucket } from '../limits/token-bucket';

/** Client-to-server events of a socket: always a command, with its name, its input and the acknowledgement callback. */
interface FromBrowser {
  command: (name: string, ...said: unknown[]) => void;
}

type SurfaceNotice = (typeof browserSurface.notices)[number];

type ToBrowser = { event: (event: AnyEvent) => void } & {
  [N in SurfaceNotice as N['name']]: (data: DataOf<N>) => void;
};

/** The data of a socket, from its handshake on. */
export interface SocketData {
  actor: SessionActor;
  user: User;
  /** The server's settings when the socket was opened. */
  settings: ServerSettings;
  /** The client's address, taken from a trusted proxy's headers if there is one. */
  address: string;
  /** Number of unanswered commands. */
  inFlight: number;
  refusals: Bucket;
}

type NoServersBeside = Record<string, never>;

export type BrowserSocket = Socket<FromBrowser, ToBrowser, NoServersBeside, SocketData>;
export type BrowserServer = Server<FromBrowser, ToBrowser, NoServersBeside, SocketData>;
export type Connection = BrowserSocket['conn'];
export type Acknowledge = (reply: Reply<unknown>) => void;
