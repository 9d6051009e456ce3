import {
  authCommands,
  commonReasons,
  isEvent,
  messagingCommands,
  messagingEvents,
  refused,
  type AnyEvent,
  type Command,
  type CommandName,
  type DraftOf,
  type EventOf,
  type ReplyTo,
  type RoomId,
  type User,
  type ValueOf,
} from '@devchitchat/contracts';
import { io, type Socket } from 'socket.io-client';
import { eventually } from './eventually';

type AnyCommand = Command & { readonly name: CommandName };

/** A signed-in person without a browser: speaks the protocol directly, for load and for requests that no page sends. */
export class ApiClient {
  /** All received events in order of arrival, including duplicates. */
  readonly events: AnyEvent[] = [];
  /** All received notices in order of arrival. */
  readonly notices: { readonly name: string; readonly data: unknown }[] = [];
  private closed = false;

  private constructor(
    readonly url: string,
    readonly user: User,
    readonly cookie: string,
    readonly socket: Socket,
  ) {
    socket.on('event', (event: AnyEvent) => this.events.push(event));
    // socket.io does not retry after a gateway's refusal, which may only mean that auth is still starting.
    socket.on('connect_error', () => {
      if (!socket.active) setTimeout(() => this.closed || socket.connect(), 250);
    });
    socket.onAny((name: string, data: unknown) => {
      if (name !== 'event') this.notices.push({ name, data });
    });
  }

  /** Redeems an invite link and connects. */
  static async join(inviteLink: string, handle: string, displayName = handle): Promise<ApiClient> {
    const { origin, cookie, user } = await redeem(inviteLink, handle, displayName);
    return ApiClient.connect(origin, cookie, user);
  }

  /** Connects with an existing session cookie, as a second tab would. */
  static async connect(url: string, cookie: string, user: User): Promise<ApiClient> {
    const socket = io(url, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin: url },
      reconnectionDelay: 50,
      reconnectionDelayMax: 250,
      forceNew: true,
    });
    const client = new ApiClient(url, user, cookie, socket);
    await client.connected();
    return client;
  }

  /** Resolves when the socket is connected. */
  async connected(withinMs = 60_000): Promise<void> {
    await eventually(`${this.user.handle} connected`, () => this.socket.connected || undefined, withinMs);
  }

  /**
   * Sends a command once. After `withinMs`, or without a connection, returns a refusal with code `unavailable`, as the
   * web client does.
   */
  async ask<C extends Command>(command: C, input: DraftOf<C>, withinMs = 30_000): Promise<ReplyTo<C>> {
    try {
      return (await this.socket.timeout(withinMs).emitWithAck(command.name, input)) as ReplyTo<C>;
    } catch {
      return refused(commonReasons.serverLate);
    }
  }

  /**
   * Sends a command and expects it to succeed.
   * @throws with the refusal otherwise
   */
  async must<C extends Command>(command: C, input: DraftOf<C>): Promise<ValueOf<C>> {
    const reply = await this.ask(command, input);
    if (!reply.ok) throw new Error(`${command.name}: ${reply.error.code}, ${reply.error.message}`);
    return reply.value;
  }

  /** The id of the lobby, the room that everyone is in. */
  async lobby(): Promise<RoomId> {
    const lobby = await eventually(`${this.user.handle} in the lobby`, async () => {
      const reply = await this.ask(messagingCommands.roomList, {});
      return reply.ok ? reply.value.rooms.find((room) => room.joined && room.createdBy === null) : undefined;
    });
    return lobby.roomId;
  }

  /** Creates an invite link. Requires the server role `admin`. */
  async inviteLink(maxUses = 1): Promise<string> {
    const { token } = await this.must(authCommands.inviteCreate, { maxUses });
    return `${this.url}/#/invite/${token}`;
  }

  /** Messages received live, in order of arrival. */
  heard(roomId: RoomId): EventOf<typeof messagingEvents.messageSent>[] {
    return this.events.filter(
      (event) => isEvent(messagingEvents.messageSent, event) && event.body.roomId === roomId,
    ) as EventOf<typeof messagingEvents.messageSent>[];
  }

  close(): void {
    this.closed = true;
    this.socket.disconnect();
  }
}

/** Creates an account by an invite link, without a page or a socket. */
export async function redeem(
  inviteLink: string,
  handle: string,
  displayName: string,
): Promise<{ origin: string; cookie: string; user: User }> {
  const { origin, hash } = new URL(inviteLink);
  const token = hash.split('/').at(-1) ?? '';
  const { reply, cookie } = await post(origin, authCommands.inviteRedeem, { token, handle, displayName });
  if (!reply.ok) throw new Error(`${handle} cannot join: ${reply.error.code}, ${reply.error.message}`);
  return { origin, cookie, user: reply.value.user };
}

/** Sends a command over HTTP. `cookie` is the cookie that the answer sets, in the form of a request header. */
export async function post<C extends AnyCommand>(
  url: string,
  command: C,
  input: DraftOf<C>,
  headers: Record<string, string> = {},
): Promise<{ status: number; reply: ReplyTo<C>; cookie: string }> {
  const answer = await fetch(`${url}/api/${command.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: JSON.stringify(input),
  });
  const cookie = answer.headers.getSetCookie().map((set) => set.split(';')[0]);
  return { status: answer.status, reply: (await answer.json()) as ReplyTo<C>, cookie: cookie.join('; ') };
}
