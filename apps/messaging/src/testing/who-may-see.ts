import type { FileId, HistoryChoice, MsgId, RoomId, RoomKind, RoomRole, UserId } from '@devchitchat/contracts';

interface Said {
  readonly msgId: MsgId;
  readonly seq: number;
  readonly by: UserId;
  /** Its current text; `null` once it is deleted. */
  text: string | null;
}

interface ModelRoom {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  /** The first message that each member sees. */
  readonly members: Map<UserId, number>;
  readonly banned: Set<UserId>;
  /** The roles of those who are more than members. */
  readonly roles: Map<UserId, Exclude<RoomRole, 'member'>>;
  readonly said: Said[];
  isDeleted: boolean;
}

interface Link {
  readonly roomId: RoomId;
  readonly history: HistoryChoice;
  /** The first message that its creator sees. */
  readonly start: number;
  readonly maker: UserId;
  isClosed: boolean;
}

type Secret = { readonly roomId: RoomId } & (
  { readonly of: 'message'; readonly seq: number } | { readonly of: 'room' } | { readonly of: 'reason' }
);

/**
 * A model of who may see what, as simple as possible and independent of the service: rooms have members, members see
 * messages from one on, and no one sees deleted ones. Every text is one unique word, so that it can be recognized
 * wherever it appears.
 */
export class WhoMaySee {
  readonly rooms = new Map<RoomId, ModelRoom>();
  readonly links = new Map<string, Link>();
  readonly admins = new Set<UserId>();
  /** The files of messages. */
  readonly files = new Map<FileId, MsgId>();
  private readonly secrets = new Map<string, Secret>();
  private readonly messages = new Map<MsgId, { readonly roomId: RoomId; readonly said: Said }>();
  private words = 0;

  /** A word that no text contains yet. */
  newWord(): string {
    this.words += 1;
    return `qz${this.words}qz`;
  }

  open(roomId: RoomId, kind: RoomKind, people: readonly UserId[], ...words: readonly string[]): void {
    const members = new Map(people.map((userId) => [userId, 1]));
    this.rooms.set(roomId, { roomId, kind, members, banned: new Set(), roles: new Map(), said: [], isDeleted: false });
    for (const word of words) this.tell(word, { of: 'room', roomId });
  }

  room(roomId: RoomId): ModelRoom {
    const room = this.rooms.get(roomId);
    if (!room) throw new Error('The model knows no such room.');
    return room;
  }

  start(roomId: RoomId, userId: UserId): number | undefined {
    return this.room(roomId).members.get(userId);
  }

  /** The role in which the user governs a room: the owner and mods, and admins in a room without an owner. */
  governs(roomId: RoomId, userId: UserId): RoomRole | null {
    const { kind, members, roles } = this.room(roomId);
    if (!members.has(userId) || kind === 'direct') return null;
    return this.governsAsAdmin(roomId, userId) ? 'owner' : (roles.get(userId) ?? null);
  }

  /** Admins govern a room without an owner. Its bans do not keep them out. */
  governsAsAdmin(roomId: RoomId, userId: UserId): boolean {
    return this.admins.has(userId) && ![...this.room(roomId).roles.values()].includes('owner');
  }

  mayMakeLinks(roomId: RoomId, userId: UserId): boolean {
    const { kind, members } = this.room(roomId);
    return kind === 'public' ? members.has(userId) : this.governs(roomId, userId) !== null;
  }

  /** Permanently voids invites of people who may no longer create them. */
  closeLinks(): void {
    for (const link of this.links.values()) {
      if (!link.isClosed && !this.mayMakeLinks(link.roomId, link.maker)) link.isClosed = true;
    }
  }

  next(roomId: RoomId): number {
    return this.room(roomId).said.length + 1;
  }

  enter(roomId: RoomId, userId: UserId, start: number): void {
    const { members } = this.room(roomId);
    if (!members.has(userId)) members.set(userId, start);
  }

  remove(roomId: RoomId): void {
    const room = this.room(roomId);
    room.isDeleted = true;
    room.members.clear();
  }

  addMessage(roomId: RoomId, said: Said): void {
    this.room(roomId).said.push(said);
    this.messages.set(said.msgId, { roomId, said });
    if (said.text !== null) this.tell(said.text, { of: 'message', roomId, seq: said.seq });
  }

  rewrite(msgId: MsgId, text: string): void {
    const message = this.messages.get(msgId);
    if (!message) throw new Error('The model knows no such message.');
    message.said.text = text;
    this.tell(text, { of: 'message', roomId: message.roomId, seq: message.said.seq });
  }

  erase(msgId: MsgId): void {
    const message = this.messages.get(msgId);
    if (message) message.said.text = null;
  }

  /** A text of the room itself: its name, its topic, or the reason for a removal. */
  tell(word: string, secret: Secret): void {
    this.secrets.set(word, secret);
  }

  maySeeMessage(msgId: MsgId, userId: UserId): boolean {
    const message = this.messages.get(msgId);
    const start = message && this.start(message.roomId, userId);
    return message !== undefined && start !== undefined && message.said.seq >= start;
  }

  maySeeFile(fileId: FileId, userId: UserId): boolean {
    const msgId = this.files.get(fileId);
    if (msgId === undefined || !this.maySeeMessage(msgId, userId)) return false;
    return this.messages.get(msgId)?.said.text !== null;
  }

  maySeeRoom(roomId: RoomId, userId: UserId): boolean {
    const room = this.rooms.get(roomId);
    return room === undefined || room.kind === 'public' || room.members.has(userId);
  }

  maySeeWord(word: string, userId: UserId): boolean {
    const secret = this.secrets.get(word);
    if (!secret) return true;
    const { roomId } = secret;
    if (secret.of === 'room') return this.maySeeRoom(roomId, userId);
    const start = this.start(roomId, userId);
    if (start === undefined || secret.of === 'reason') return start !== undefined;
    const isErased = this.room(roomId).said[secret.seq - 1]?.text === null;
    return secret.seq >= start && !isErased;
  }

  /** The hidden texts, private rooms and messages that a wire text reveals to the user. */
  hiddenIn(text: string, userId: UserId): string[] {
    const words = (text.match(/qz\d+qz/g) ?? []).filter((word) => !this.maySeeWord(word, userId));
    const rooms = (text.match(/r_[0-9a-z]{16}/g) ?? []).filter((id) => !this.maySeeRoom(id as RoomId, userId));
    const messages = Array.from(text.matchAll(/"msgId":(\d+)/g), ([, id]) => Number(id) as MsgId).filter(
      (msgId) => this.messages.has(msgId) && !this.maySeeMessage(msgId, userId),
    );
    return [...words, ...rooms, ...messages.map((msgId) => `message ${msgId}`)];
  }

  /** A copy of who may see which room now. */
  snapshot(): (roomId: RoomId) => ReadonlySet<UserId> {
    const members = new Map([...this.rooms].map(([roomId, room]) => [roomId, new Set(room.members.keys())]));
    return (roomId) => members.get(roomId) ?? new Set();
  }
}
