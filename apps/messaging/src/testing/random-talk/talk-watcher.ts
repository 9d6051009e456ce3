import {
  departureOf,
  isEvent,
  messagingEvents,
  scopeHead,
  type Actor,
  type AnyEvent,
  type Audience,
  type Command,
  type DraftOf,
  type MsgId,
  type PublishedEvent,
  type PublishedNotice,
  type ReplyTo,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import type { RunningMessaging } from '../running-messaging';
import type { WhoMaySee } from '../who-may-see';

/** The latest commands, for the report of a failure. */
const remembered = 25;

/**
 * Sends commands, lets the model follow those that are accepted, and checks everything that anyone receives against the
 * model.
 */
export class TalkWatcher {
  /** Violations: content shown or commands accepted that should not be. */
  readonly wrong: string[] = [];
  /** How often each command was accepted. */
  readonly done = new Map<string, number>();
  /** Texts that reached a person who may see them. */
  shown = 0;
  /** The steps so far. */
  steps = 0;
  /** The last event of each room. */
  readonly heads = new Map<RoomId, number>();
  /** The event by which each person last joined a room, by `<room> <person>`. */
  readonly entrances = new Map<string, number>();
  private readonly lately: string[] = [];
  private published: PublishedEvent[] = [];
  private noticed: PublishedNotice[] = [];

  constructor(
    private readonly running: RunningMessaging,
    private readonly model: WhoMaySee,
    private readonly people: readonly Actor[],
  ) {
    running.nats.subscribe('evt.messaging.>', {
      callback: (_error, message) => void this.published.push(message.json<PublishedEvent>()),
    });
    running.nats.subscribe('ntc.messaging.>', {
      callback: (_error, message) => void this.noticed.push(message.json<PublishedNotice>()),
    });
  }

  get story(): string {
    return [`${this.steps} steps`, ...this.lately].join('\n');
  }

  /** Sends a command, lets the model follow, and checks the results. */
  async ask<C extends Command>(
    who: Actor,
    command: C,
    input: DraftOf<C>,
    follow: (value: Extract<ReplyTo<C>, { ok: true }>['value']) => void = () => {},
    echo: (text: string) => string = (text) => text,
  ): Promise<ReplyTo<C>> {
    const before = this.model.snapshot();
    const reply = await this.running.ask(who, command, input);
    this.lately.push(
      `${this.nameOf(who.userId)} ${command.name} ${JSON.stringify(input)}: ${reply.ok ? 'ok' : reply.error.code}`,
    );
    if (this.lately.length > remembered) this.lately.shift();
    if (!reply.ok && reply.error.code === 'internal') this.recordViolation('failed on the server');
    if (reply.ok) {
      this.done.set(command.name, (this.done.get(command.name) ?? 0) + 1);
      follow(reply.value);
      this.look(`the answer to ${this.nameOf(who.userId)}`, echo(JSON.stringify(reply.value)), who.userId);
    } else {
      this.look(`the refusal of ${this.nameOf(who.userId)}`, JSON.stringify(reply.error), who.userId);
    }
    this.hear(before);
    return reply;
  }

  recordViolation(what: string): void {
    this.wrong.push(`${what}, after ${this.lately.at(-1)}`);
  }

  nameOf(userId: UserId): string {
    return `person ${this.people.findIndex((person) => person.userId === userId)}`;
  }

  mustBeMember(who: Actor, roomId: RoomId): void {
    if (this.model.start(roomId, who.userId) === undefined) this.recordViolation('was accepted from a non-member');
  }

  /** Records a violation unless the actor governs the room. */
  mustGovern(who: Actor, roomId: RoomId): void {
    this.mustBeGroup(who, roomId);
    if (this.model.governs(roomId, who.userId) === null)
      this.recordViolation('was accepted from a person who does not govern the room');
  }

  /** Records a violation if the room is a direct room. */
  mustBeGroup(who: Actor, roomId: RoomId): void {
    this.mustBeMember(who, roomId);
    if (this.model.room(roomId).kind === 'direct') this.recordViolation('was accepted for a direct conversation');
  }

  mustSee(who: Actor, msgId: MsgId): void {
    if (!this.model.maySeeMessage(msgId, who.userId))
      this.recordViolation('was accepted for a message that the person may not see');
  }

  /** Adds a person to the room in the model, or records a violation if they may not join. */
  mayCome(userId: UserId, roomId: RoomId, start: number, by: 'self' | 'member'): void {
    const { members, banned, kind, isDeleted } = this.model.room(roomId);
    if (members.has(userId)) return;
    if (by === 'self' && this.model.governsAsAdmin(roomId, userId)) banned.delete(userId);
    if (banned.has(userId) || isDeleted || kind === 'direct' || (by === 'self' && kind === 'private'))
      this.recordViolation('admitted a person who may not join');
    this.model.enter(roomId, userId, start);
  }

  private look(where: string, text: string, userId: UserId): void {
    this.shown += text.match(/qz\d+qz/g)?.length ?? 0;
    const hidden = this.model.hiddenIn(text, userId);
    if (hidden.length > 0) this.recordViolation(`${where} shows ${[...new Set(hidden)].join(', ')}`);
  }

  /** Checks everything that was published meanwhile, for each person in its audience. */
  private hear(before: (roomId: RoomId) => ReadonlySet<UserId>): void {
    const [published, noticed] = [this.published, this.noticed];
    this.published = [];
    this.noticed = [];
    for (const { event, audience } of published) {
      if (event.scope.kind === 'user') {
        const others = this.named(audience).filter(({ userId }) => userId !== event.scope.id);
        if (others.length > 0) this.recordViolation(`${event.type} of one person was sent to others`);
        continue;
      }
      const roomId = event.scope.id as RoomId;
      this.heads.set(roomId, event.eventId);
      this.hearRoles(event);
      if (isEvent(messagingEvents.memberJoined, event))
        this.entrances.set(`${roomId} ${event.body.userId}`, event.eventId);
      for (const { userId } of this.named(audience)) {
        if (this.isFarewell(event, userId, before(roomId))) continue;
        const isIn = event.type === 'room.created' || this.model.start(roomId, userId) !== undefined;
        if (!isIn) this.recordViolation(`${event.type} was sent to ${this.nameOf(userId)}, a non-member`);
        this.look(`${event.type} to ${this.nameOf(userId)}`, JSON.stringify(event), userId);
      }
    }
    for (const { name, audience, data } of noticed) {
      if (audience.length === 0) continue;
      const { roomId } = data as { readonly roomId?: RoomId };
      if (name === scopeHead.name || roomId === undefined) continue;
      for (const { userId } of this.named(audience)) {
        // The event may have been published just before the command that was followed last.
        const isIn = before(roomId).has(userId) || this.model.start(roomId, userId) !== undefined;
        if (!isIn) this.recordViolation(`${name} was sent to ${this.nameOf(userId)}, a non-member`);
      }
    }
  }

  /** Takes roles from the events; the model works out what follows from them. */
  private hearRoles(event: AnyEvent): void {
    const { roles } = this.model.room(event.scope.id as RoomId);
    if (isEvent(messagingEvents.memberJoined, event) || isEvent(messagingEvents.memberRoleChanged, event)) {
      const { userId, role } = event.body;
      if (role === 'member') roles.delete(userId);
      else roles.set(userId, role);
    }
    const gone = departureOf(event);
    if (gone) roles.delete(gone.userId);
    this.model.closeLinks();
  }

  /**
   * Whether the event tells a former member that they left or were removed and why, or tells the last members that the
   * room is gone.
   */
  private isFarewell(event: AnyEvent, userId: UserId, before: ReadonlySet<UserId>): boolean {
    return departureOf(event)?.userId === userId || (event.type === 'room.deleted' && before.has(userId));
  }

  private named(audience: Audience): readonly Actor[] {
    return audience === 'everyone' ? this.people : this.people.filter(({ userId }) => audience.includes(userId));
  }
}
