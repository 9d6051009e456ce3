import {
  departureOf,
  isEvent,
  messagingCommands as messaging,
  messagingEvents,
  scopeHead,
  type Actor,
  type AnyEvent,
  type Audience,
  type ClientMsgId,
  type Command,
  type DraftOf,
  type InviteId,
  type MsgId,
  type PublishedEvent,
  type PublishedNotice,
  type ReplyTo,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import type { SeededRandom } from '@devchitchat/service-kit/testing';
import type { RunningMessaging } from './running-messaging';
import { WhoMaySee } from './who-may-see';

/** Maximum number of rooms at a time, so that people meet in them. */
const mostRooms = 6;

/** The latest steps, for the report of a failure. */
const remembered = 25;

/**
 * People who perform random commands one after another, allowed or not. After each, the model follows if the service
 * accepted it, and everything that anyone received is checked against the model.
 */
export class RandomTalk {
  readonly model = new WhoMaySee();
  /** Violations: content shown or commands accepted that should not be. */
  readonly wrong: string[] = [];
  /** How often each command was accepted. */
  readonly done = new Map<string, number>();
  /** Texts that reached a person who may see them. */
  shown = 0;
  private readonly lately: string[] = [];
  private readonly links: { readonly token: string; readonly roomId: RoomId; readonly inviteId: InviteId }[] = [];
  private readonly msgIds: { readonly msgId: MsgId; readonly roomId: RoomId }[] = [];
  private readonly heads = new Map<RoomId, number>();
  /** The event by which each person last joined a room. */
  private readonly entrances = new Map<string, number>();
  private published: PublishedEvent[] = [];
  private noticed: PublishedNotice[] = [];
  private steps = 0;

  constructor(
    private readonly running: RunningMessaging,
    private readonly people: readonly Actor[],
    private readonly lobby: RoomId,
    private readonly random: SeededRandom,
  ) {
    this.model.open(
      lobby,
      'public',
      people.map(({ userId }) => userId),
    );
    for (const { userId, role } of people) if (role === 'admin') this.model.admins.add(userId);
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

  async step(): Promise<void> {
    this.steps += 1;
    const deeds = this.deeds();
    await this.random.of(deeds)();
  }

  /** All possible steps, repeated by weight. */
  private deeds(): (() => Promise<void>)[] {
    const times = (count: number, deed: () => Promise<void>) => Array.from({ length: count }, () => deed);
    return [
      ...times(this.liveGroups().length < mostRooms ? 6 : 0, () => this.create()),
      ...times(3, () => this.openDirect()),
      ...times(1, () => this.inRoom(messaging.dmHide, {})),
      ...times(14, () => this.send()),
      ...times(6, () => this.edit()),
      ...times(3, () => this.delete()),
      ...times(2, () => this.about(messaging.msgReact, { emoji: this.random.of(['👍', '🎉']) })),
      ...times(1, () => this.about(messaging.msgUnreact, { emoji: '👍' })),
      ...times(4, () => this.about(messaging.msgPin, {})),
      ...times(1, () => this.about(messaging.msgUnpin, {})),
      ...times(3, () => this.about(messaging.msgHistory, {})),
      ...times(4, () => this.list()),
      ...times(9, () => this.sync()),
      ...times(5, () => this.search()),
      ...times(1, () => this.plain(messaging.roomList, {})),
      ...times(3, () => this.join()),
      ...times(1, () => this.leave()),
      ...times(5, () => this.add()),
      ...times(6, () => this.invite()),
      ...times(8, () => this.redeem()),
      ...times(1, () => this.revoke()),
      ...times(1, () => this.inRoom(messaging.roomInviteList, {})),
      ...times(4, () => this.removeMember(messaging.memberKick)),
      ...times(2, () => this.removeMember(messaging.memberBan)),
      ...times(1, () => this.unban()),
      ...times(1, () => this.mute()),
      ...times(2, () => this.inRoom(messaging.memberUnmute, { userId: this.somebody().userId })),
      ...times(4, () => this.setRole()),
      ...times(2, () => this.rename()),
      ...times(3, () => this.inRoom(messaging.moderationList, {})),
      ...times(1, () =>
        this.inRoom(messaging.roomUpdate, {
          slowModeSeconds: this.random.of([0, 0, 5]),
          everyoneBy: this.random.of(['moderators', 'everybody'] as const),
        }),
      ),
      ...times(this.liveGroups().length === mostRooms ? 1 : 0, () => this.remove()),
      ...times(3, () => this.inRoom(messaging.typingStart, {})),
      ...times(2, () => this.mark()),
      ...times(2, () => this.digest()),
    ];
  }

  private somebody(): Actor {
    return this.random.of(this.people);
  }

  private liveRooms(): RoomId[] {
    return [...this.model.rooms.values()].filter(({ isDeleted }) => !isDeleted).map(({ roomId }) => roomId);
  }

  /** Existing rooms that are not direct rooms. */
  private liveGroups(): RoomId[] {
    return this.liveRooms().filter((roomId) => this.model.room(roomId).kind !== 'direct');
  }

  /** Usually a member of the room. */
  private somebodyAt(roomId: RoomId): Actor {
    const inside = this.people.filter(({ userId }) => this.model.start(roomId, userId) !== undefined);
    return this.random.of(inside.length > 0 && this.random.below(4) > 0 ? inside : this.people);
  }

  /** Usually someone who governs the room. */
  private somebodyOver(roomId: RoomId): Actor {
    const over = this.people.filter(({ userId }) => this.model.governs(roomId, userId) !== null);
    return over.length > 0 && this.random.below(4) > 0 ? this.random.of(over) : this.somebodyAt(roomId);
  }

  /** Usually a non-member of the room. */
  private somebodyOutOf(roomId: RoomId): Actor {
    const outside = this.people.filter(({ userId }) => this.model.start(roomId, userId) === undefined);
    return this.random.of(outside.length > 0 && this.random.below(4) > 0 ? outside : this.people);
  }

  /** Usually an existing one. */
  private aRoom(): RoomId {
    return this.random.of(this.random.below(20) === 0 ? [...this.model.rooms.keys()] : this.liveRooms());
  }

  /** Usually in its own room, and usually a recent one. */
  private aMessage(): { readonly msgId: MsgId; readonly roomId: RoomId } | undefined {
    if (this.msgIds.length === 0) return undefined;
    const back = this.random.below(this.random.below(3) === 0 ? this.msgIds.length : Math.min(30, this.msgIds.length));
    const message = this.msgIds[this.msgIds.length - 1 - back]!;
    return this.random.below(10) === 0 ? { ...message, roomId: this.aRoom() } : message;
  }

  /** Sends a command, lets the model follow, and checks the results. */
  private async ask<C extends Command>(
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
    if (!reply.ok && reply.error.code === 'internal') this.complain('went wrong');
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

  private look(where: string, text: string, userId: UserId): void {
    this.shown += text.match(/qz\d+qz/g)?.length ?? 0;
    const hidden = this.model.hiddenIn(text, userId);
    if (hidden.length > 0) this.complain(`${where} shows ${[...new Set(hidden)].join(', ')}`);
  }

  private complain(what: string): void {
    this.wrong.push(`${what}, after ${this.lately.at(-1)}`);
  }

  /** Checks everything that was published meanwhile, for each person in its audience. */
  private hear(before: (roomId: RoomId) => ReadonlySet<UserId>): void {
    const [published, noticed] = [this.published, this.noticed];
    this.published = [];
    this.noticed = [];
    for (const { event, audience } of published) {
      if (event.scope.kind === 'user') {
        const others = this.named(audience).filter(({ userId }) => userId !== event.scope.id);
        if (others.length > 0) this.complain(`${event.type} of one person is told to others`);
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
        if (!isIn) this.complain(`${event.type} is told to ${this.nameOf(userId)}, who is not in the room`);
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
        if (!isIn) this.complain(`${name} is told to ${this.nameOf(userId)}, who is not in the room`);
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

  private nameOf(userId: UserId): string {
    return `person ${this.people.findIndex((person) => person.userId === userId)}`;
  }

  private mustBeMember(who: Actor, roomId: RoomId): void {
    if (this.model.start(roomId, who.userId) === undefined)
      this.complain('was done by somebody who is not in the room');
  }

  /** Records a violation unless the actor governs the room. */
  private mustGovern(who: Actor, roomId: RoomId): void {
    this.mustBeGroup(who, roomId);
    if (this.model.governs(roomId, who.userId) === null)
      this.complain('was done by somebody who does not govern the room');
  }

  /** Sends a command about a room that does not affect visibility. */
  private async inRoom<C extends Command>(command: C, more: Omit<DraftOf<C>, 'roomId'>): Promise<void> {
    const roomId = this.aRoom();
    const who = this.somebodyAt(roomId);
    await this.ask(who, command, { roomId, ...more } as DraftOf<C>, () => this.mustBeMember(who, roomId));
  }

  private async plain<C extends Command>(command: C, input: DraftOf<C>): Promise<void> {
    await this.ask(this.somebody(), command, input);
  }

  /** Sends a command about a message that does not affect visibility. */
  private async about<C extends Command>(command: C, more: Omit<DraftOf<C>, 'roomId' | 'msgId'>): Promise<void> {
    const message = this.aMessage();
    if (!message) return;
    const who = this.somebodyAt(message.roomId);
    await this.ask(who, command, { ...message, ...more } as DraftOf<C>, () => this.mustSee(who, message.msgId));
  }

  /** Records a violation if the room is a direct room. */
  private mustBeGroup(who: Actor, roomId: RoomId): void {
    this.mustBeMember(who, roomId);
    if (this.model.room(roomId).kind === 'direct') this.complain('was done to a direct conversation');
  }

  private mustSee(who: Actor, msgId: MsgId): void {
    if (!this.model.maySeeMessage(msgId, who.userId)) this.complain('was done to a message that one may not see');
  }

  private async create(): Promise<void> {
    const [who, kind] = [this.somebody(), this.random.of(['public', 'private', 'private'] as const)];
    const [name, topic] = [this.model.newWord(), this.model.newWord()];
    await this.ask(who, messaging.roomCreate, { name, topic, kind }, ({ room }) => {
      this.model.open(room.roomId, kind, [who.userId], name, topic);
    });
  }

  /** The same people must always get the same room. */
  private async openDirect(): Promise<void> {
    const who = this.somebody();
    const others = [this.somebody(), this.somebody()].slice(this.random.below(2)).map(({ userId }) => userId);
    const people = [...new Set([who.userId, ...others])].sort();
    await this.ask(who, messaging.dmOpen, { userIds: others }, ({ room: { roomId } }) => {
      const before = [...this.model.rooms.values()].find(
        ({ kind, members }) => kind === 'direct' && [...members.keys()].sort().join() === people.join(),
      );
      if (before && before.roomId !== roomId) this.complain('the same people got another room');
      if (!before) this.model.open(roomId, 'direct', people);
    });
  }

  private async rename(): Promise<void> {
    const [roomId, topic] = [this.aRoom(), this.model.newWord()];
    const who = this.somebodyAt(roomId);
    const reply = await this.ask(who, messaging.roomUpdate, { roomId, topic }, () => {
      this.mustGovern(who, roomId);
      this.model.tell(topic, { of: 'room', roomId });
    });
    const isRefused = !reply.ok && reply.error.code === 'forbidden';
    if (isRefused && this.model.governs(roomId, who.userId))
      this.complain('was refused to somebody who governs the room');
  }

  private async remove(): Promise<void> {
    const roomId = this.aRoom();
    const who = this.somebodyAt(roomId);
    await this.ask(who, messaging.roomDelete, { roomId }, () => {
      this.mustGovern(who, roomId);
      this.model.remove(roomId);
    });
  }

  private async send(): Promise<void> {
    const [roomId, text] = [this.aRoom(), this.model.newWord()];
    const who = this.somebodyAt(roomId);
    const clientMsgId = `client-${this.steps}` as ClientMsgId;
    const last = this.model.next(roomId) - 1;
    const replyTo = last > 0 && this.random.below(4) === 0 ? 1 + this.random.below(last) : undefined;
    const input = { roomId, clientMsgId, text, ...(replyTo !== undefined && { replyTo }) };
    await this.ask(who, messaging.msgSend, input, ({ msgId, seq }) => {
      this.mustBeMember(who, roomId);
      this.model.say(roomId, { msgId, seq, by: who.userId, text });
      this.msgIds.push({ msgId, roomId });
    });
  }

  private async edit(): Promise<void> {
    const [message, text] = [this.aMessage(), this.model.newWord()];
    if (!message) return;
    const who = this.random.below(2) === 0 ? this.authorOf(message) : this.somebodyAt(message.roomId);
    const input = { ...message, text, revision: this.random.below(2) };
    await this.ask(who, messaging.msgEdit, input, () => {
      this.mustSee(who, message.msgId);
      this.model.rewrite(message.msgId, text);
    });
  }

  private async delete(): Promise<void> {
    const message = this.aMessage();
    if (!message) return;
    const who = this.somebodyAt(message.roomId);
    const reason = this.model.newWord();
    await this.ask(who, messaging.msgDelete, { ...message, reason }, () => {
      this.mustSee(who, message.msgId);
      if (this.authorOf(message) !== who) this.mustGovern(who, message.roomId);
      this.model.erase(message.msgId);
      this.model.tell(reason, { of: 'reason', roomId: message.roomId });
    });
  }

  /** Lists the end of a room, which must equal the model's. */
  private async list(): Promise<void> {
    const [roomId, limit] = [this.aRoom(), 1 + this.random.below(40)];
    const who = this.somebodyAt(roomId);
    await this.ask(who, messaging.msgList, { roomId, limit }, ({ messages }) => {
      this.mustBeMember(who, roomId);
      const start = this.model.start(roomId, who.userId) ?? Infinity;
      const expected = this.model
        .room(roomId)
        .said.filter(({ seq }) => seq >= start)
        .slice(-limit);
      const [got, due] = [messages, expected].map((list) => list.map(({ seq, text }) => `${seq} ${text}`).join('; '));
      if (got !== due) this.complain(`the list is [${got}] instead of [${due}]`);
    });
  }

  private async search(): Promise<void> {
    const [who, message] = [this.somebody(), this.aMessage()];
    const word = this.random.below(5) === 0 ? 'qz1*' : `qz${1 + this.random.below(this.steps)}qz`;
    const text = (message && this.random.below(2) === 0 && this.textOf(message)) || word;
    const input = this.random.below(2) === 0 ? { text } : { text, roomId: this.aRoom() };
    await this.ask(who, messaging.searchQuery, input);
  }

  private authorOf({ msgId, roomId }: { readonly msgId: MsgId; readonly roomId: RoomId }): Actor {
    const by = this.model.room(roomId).said.find((said) => said.msgId === msgId)?.by;
    return this.people.find(({ userId }) => userId === by) ?? this.somebody();
  }

  private textOf({ msgId, roomId }: { readonly msgId: MsgId; readonly roomId: RoomId }): string | null | undefined {
    return this.model.room(roomId).said.find((said) => said.msgId === msgId)?.text;
  }

  /**
   * Syncs from any event, in the person's rooms and others. Only the person's own request may name rooms that are gone.
   */
  private async sync(): Promise<void> {
    const who = this.somebody();
    const rooms = [...this.model.rooms.keys()]
      .filter(() => this.random.below(2) === 0)
      .map((roomId) => ({ roomId, after: this.anEventOf(roomId, who.userId) }));
    const asked = new Set(rooms.map(({ roomId }) => roomId));
    await this.ask(
      who,
      messaging.sync,
      { rooms, marksAfter: 0 },
      ({ gone, reading }) => {
        if (gone.some((roomId) => !asked.has(roomId))) this.complain('a room is gone that nobody asked for');
        for (const { roomId, seqs } of reading.mentions) {
          const start = this.model.start(roomId, who.userId) ?? Infinity;
          if (seqs.some((seq) => seq < start)) this.complain('a mention is told that one may not see');
        }
      },
      (text) => JSON.stringify({ ...(JSON.parse(text) as object), gone: [] }),
    );
  }

  /** Any event of a room, usually one after the person joined: before that, they get a snapshot and no events. */
  private anEventOf(roomId: RoomId, userId: UserId): number {
    const head = this.heads.get(roomId) ?? 0;
    const from = this.random.below(4) === 0 ? 0 : (this.entrances.get(`${roomId} ${userId}`) ?? 0);
    return from + this.random.below(head - from + 1);
  }

  private async join(): Promise<void> {
    const [who, roomId] = [this.somebody(), this.aRoom()];
    await this.ask(who, messaging.roomJoin, { roomId }, () => this.mayCome(who.userId, roomId, 1, 'self'));
  }

  /** Adds a person to the room in the model, or records a violation if they may not join. */
  private mayCome(userId: UserId, roomId: RoomId, start: number, by: 'self' | 'member'): void {
    const { members, banned, kind, isDeleted } = this.model.room(roomId);
    if (members.has(userId)) return;
    if (banned.has(userId) || isDeleted || kind === 'direct' || (by === 'self' && kind === 'private'))
      this.complain('let somebody in');
    this.model.enter(roomId, userId, start);
  }

  private async leave(): Promise<void> {
    const roomId = this.aRoom();
    const who = this.somebodyAt(roomId);
    await this.ask(who, messaging.roomLeave, { roomId }, () => {
      this.mustBeGroup(who, roomId);
      this.model.room(roomId).members.delete(who.userId);
    });
  }

  private async add(): Promise<void> {
    const [{ userId }, roomId] = [this.somebody(), this.aRoom()];
    const who = this.somebodyAt(roomId);
    const history = this.random.of(['whole', 'from_now', 'from_now'] as const);
    await this.ask(who, messaging.roomMemberAdd, { roomId, userId, history }, () => {
      this.mustBeGroup(who, roomId);
      const whole = this.model.start(roomId, who.userId) ?? Infinity;
      this.mayCome(userId, roomId, history === 'whole' ? whole : this.model.next(roomId), 'member');
    });
  }

  private async invite(): Promise<void> {
    const roomId = this.aRoom();
    const who = this.somebodyOver(roomId);
    const history = this.random.of(['whole', 'from_now', 'from_now'] as const);
    await this.ask(who, messaging.roomInviteCreate, { roomId, history, maxUses: 5 }, ({ invite, token }) => {
      this.mustBeGroup(who, roomId);
      const start = this.model.start(roomId, who.userId) ?? Infinity;
      if (!this.model.mayMakeLinks(roomId, who.userId)) this.complain('a link was made by somebody who may make none');
      this.model.links.set(token, { roomId, history, start, maker: who.userId, isClosed: false });
      this.links.push({ token, roomId, inviteId: invite.inviteId });
    });
  }

  private async redeem(): Promise<void> {
    if (this.links.length === 0) return;
    const closed = this.links.filter(({ token }) => this.model.links.get(token)?.isClosed);
    const { token, roomId } = this.random.of(closed.length > 0 && this.random.below(2) > 0 ? closed : this.links);
    const who = this.somebodyOutOf(roomId);
    await this.ask(who, messaging.roomInviteRedeem, { token }, () => {
      const link = this.model.links.get(token);
      if (!link) return this.complain('a link was followed that nobody made');
      const isIn = this.model.start(link.roomId, who.userId) !== undefined;
      if (link.isClosed && !isIn) this.complain('a closed link let somebody in');
      const start = link.history === 'whole' ? link.start : this.model.next(link.roomId);
      this.mayCome(who.userId, link.roomId, start, 'member');
    });
  }

  private async revoke(): Promise<void> {
    if (this.links.length === 0) return;
    const [who, { token, roomId, inviteId }] = [this.somebody(), this.random.of(this.links)];
    await this.ask(who, messaging.roomInviteRevoke, { roomId, inviteId }, () => {
      const link = this.model.links.get(token);
      if (link) this.model.links.set(token, { ...link, isClosed: true });
    });
  }

  private async setRole(): Promise<void> {
    const roomId = this.aRoom();
    const who = this.somebodyOver(roomId);
    const { userId } = this.somebody();
    const role = this.random.of(['mod', 'member', 'owner'] as const);
    await this.ask(who, messaging.memberSetRole, { roomId, userId, role }, () => this.mustBeMember(who, roomId));
  }

  private async removeMember(command: typeof messaging.memberKick | typeof messaging.memberBan): Promise<void> {
    const [{ userId }, roomId, reason] = [this.somebody(), this.aRoom(), this.model.newWord()];
    const who = this.somebodyOver(roomId);
    await this.ask(who, command, { roomId, userId, reason }, () => {
      this.mustGovern(who, roomId);
      const { members, banned } = this.model.room(roomId);
      members.delete(userId);
      if (command === messaging.memberBan) banned.add(userId);
      this.model.tell(reason, { of: 'reason', roomId });
    });
  }

  private async unban(): Promise<void> {
    const [{ userId }, roomId] = [this.somebody(), this.aRoom()];
    const who = this.somebodyAt(roomId);
    await this.ask(who, messaging.memberUnban, { roomId, userId }, () => {
      this.mustGovern(who, roomId);
      this.model.room(roomId).banned.delete(userId);
    });
  }

  private async mute(): Promise<void> {
    const [{ userId }, roomId, reason] = [this.somebody(), this.aRoom(), this.model.newWord()];
    const who = this.somebodyAt(roomId);
    await this.ask(who, messaging.memberMute, { roomId, userId, seconds: 60, reason }, () => {
      this.mustGovern(who, roomId);
      this.model.tell(reason, { of: 'reason', roomId });
    });
  }

  private async mark(): Promise<void> {
    const roomId = this.aRoom();
    const who = this.somebodyAt(roomId);
    const seq = this.random.below(this.model.next(roomId));
    await this.ask(who, messaging.readMark, { rooms: [{ roomId, seq, back: true }] });
  }

  /** Checks that a digest counts only messages by others that the person may see. */
  private async digest(): Promise<void> {
    const roomId = this.aRoom();
    const who = this.somebodyAt(roomId);
    const afterSeq = this.random.below(this.model.next(roomId));
    await this.ask(who, messaging.readDigest, { roomId, afterSeq }, ({ messages }) => {
      this.mustBeMember(who, roomId);
      const start = this.model.start(roomId, who.userId) ?? Infinity;
      const visible = this.model
        .room(roomId)
        .said.filter(({ seq, by }) => seq > afterSeq && seq >= start && by !== who.userId);
      if (messages > visible.length)
        this.complain(`${messages} messages are counted, and ${visible.length} to be seen`);
    });
  }
}
