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

/** One signed-in person without a browser: the wire as a client sees it, for load and for what no page would send. */
export class ApiClient {
  /** Every event heard, in the order of arrival, doubles included. */
  readonly events: AnyEvent[] = [];
  /** Every notice heard, by name. */
  readonly notices: { readonly name: string; readonly data: unknown }[] = [];
  private closed = false;

  private constructor(
    readonly url: string,
    readonly user: User,
    readonly cookie: string,
    readonly socket: Socket,
  ) {
    socket.on('event', (event: AnyEvent) => this.events.push(event));
    // socket.io tries again where nobody answers, and not where a gateway refuses: its auth may be starting, too.
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

  /** Connects with a cookie that is there already, as a second tab would. */
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

  /** Resolves when the socket stands. */
  async connected(withinMs = 60_000): Promise<void> {
    await eventually(`${this.user.handle} connected`, () => this.socket.connected || undefined, withinMs);
  }

  /**
   * Says a command once. No answer within `withinMs`, or no connection: a refusal with code `unavailable`, as a client
   * would make of it.
   */
  async ask<C extends Command>(command: C, input: DraftOf<C>, withinMs = 30_000): Promise<ReplyTo<C>> {
    try {
      return (await this.socket.timeout(withinMs).emitWithAck(command.name, input)) as ReplyTo<C>;
    } catch {
      return refused(commonReasons.serverLate);
    }
  }

  /** Says a command and expects it to be done. @throws with the refusal otherwise. */
  async must<C extends Command>(command: C, input: DraftOf<C>): Promise<ValueOf<C>> {
    const reply = await this.ask(command, input);
    if (!reply.ok) throw new Error(`${command.name}: ${reply.error.code}, ${reply.error.message}`);
    return reply.value;
  }

  /** The room everybody is in. */
  async lobby(): Promise<RoomId> {
    const lobby = await eventually(`${this.user.handle} in the lobby`, async () => {
      const reply = await this.ask(messagingCommands.roomList, {});
      return reply.ok ? reply.value.rooms.find((room) => room.joined && room.createdBy === null) : undefined;
    });
    return lobby.roomId;
  }

  /** Makes an invite link; only an admin may. */
  async inviteLink(maxUses = 1): Promise<string> {
    const { token } = await this.must(authCommands.inviteCreate, { maxUses });
    return `${this.url}/#/invite/${token}`;
  }

  /** The messages heard live, in the order of arrival. */
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

/** Becomes somebody by an invite link, without a page and without a socket. */
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

/** Says a command over HTTP. `cookie` is what the answer set, ready to be sent back. */
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
