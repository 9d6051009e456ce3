import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  isEvent,
  mayMentionEveryone,
  mentionsEveryone,
  messagingEvents,
  type ClientMsgId,
  type Message,
  type Reply,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import { LastWords } from '../cache/last-words';
import { Connection } from '../connection/connection';
import { roleIn } from '../rooms/member-rights';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { justSent } from '../timeline/message-fold';
import {
  afterEdit,
  afterRefusal,
  inOrder,
  isTooSoon,
  nextToSend,
  retried,
  withLastWord,
  type OutboxEntry,
  type UnsentChange,
  type UnsentMessage,
} from './outbox-policy';
import { OutboxTabs } from './outbox-tabs';
import { SlowMode } from './slow-mode';

/** What was written and is not acknowledged: kept through restarts, sent in order, shown until the server has it. */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly cache = injectCache();
  private readonly tabs = inject(OutboxTabs);
  private readonly slowMode = inject(SlowMode);

  private readonly waiting = signal<readonly OutboxEntry[]>([]);
  readonly entries = this.waiting.asReadonly();
  readonly pendingCount = computed(() => this.waiting().filter(({ state }) => state === 'pending').length);

  /** Rooms in which one is on its way, or waits for its next try; and whose turn that is. */
  private readonly busy = new Map<RoomId, symbol>();
  private readonly saving = new Set<ClientMsgId>();
  private readonly tries = new Map<ClientMsgId, number>();
  private readonly lastWords = new LastWords<OutboxEntry>('outbox');

  constructor() {
    window.addEventListener('pagehide', () => {
      this.lastWords.leave(this.waiting().filter(({ clientMsgId }) => this.saving.has(clientMsgId)));
    });
    effect(() => {
      const online = this.connection.state() === 'online';
      const isSender = this.tabs.isSender();
      untracked(() => {
        if (!online) this.tabs.stepBack();
        else if (isSender) this.sendNext();
        else this.tabs.stepForward();
      });
    });
    effect(() => {
      this.slowMode.waits();
      untracked(() => this.sendNext());
    });
    this.session.arrivals.subscribe((user) => {
      this.tries.clear();
      this.busy.clear();
      this.disown(user.userId);
      this.sendNext();
    });
    this.session.ends.subscribe(() => {
      this.waiting.set([]);
      this.busy.clear();
      this.lastWords.forget();
    });
    this.connection.events.subscribe((event) => {
      if (isEvent(messagingEvents.messageSent, event) && event.actorUserId === this.session.me()?.userId) {
        this.settle(event.body.clientMsgId);
      }
    });
    this.tabs.changes.subscribe(() => void this.recall());
  }

  async recall(): Promise<void> {
    const saved = await this.cache.outbox();
    const left = this.lastWords.left().filter((entry) => !isIn(saved, entry));
    const kept = [...saved, ...left];
    this.waiting.update((entries) => inOrder([...kept, ...entries.filter((entry) => this.isNews(entry, kept))]));
    for (const entry of left) await this.put(entry);
    this.lastWords.forget();
    this.sendNext();
  }

  /** Takes a text to be sent as soon as possible. It is on the screen at once and on disk a moment later. */
  async compose(roomId: RoomId, text: string, replyTo?: number): Promise<void> {
    const unsent = this.unsent(roomId);
    if (unsent) await this.put({ kind: 'send', text, ...(replyTo && { replyTo }), ...unsent });
  }

  /** Gives one's own message another text, as soon as possible. */
  async edit({ roomId, msgId, revision }: Message, text: string): Promise<void> {
    const unsent = this.unsent(roomId);
    if (unsent) await this.change({ kind: 'edit', msgId, revision, text, ...unsent });
  }

  /** Takes a message back, as soon as possible; `why` is for the room to read. */
  async takeBack({ roomId, msgId }: Message, why?: string): Promise<void> {
    const unsent = this.unsent(roomId);
    if (unsent) await this.change({ kind: 'delete', msgId, ...(why && { why }), ...unsent });
  }

  /** Puts an emoji to a message, or takes it off. */
  async react({ roomId, msgId }: Message, emoji: string, on: boolean): Promise<void> {
    const unsent = this.unsent(roomId);
    if (unsent) await this.change({ kind: 'react', msgId, emoji, on, ...unsent });
  }

  async retry(entry: OutboxEntry): Promise<void> {
    const { kind, roomId } = entry;
    const messages = this.rooms.held().get(roomId)?.timeline.messages ?? [];
    const now = kind === 'edit' ? messages.find(({ msgId }) => msgId === entry.msgId) : undefined;
    await this.put(retried(entry, now?.revision));
  }

  discard(entry: OutboxEntry): void {
    this.settle(entry.clientMsgId);
  }

  private unsent(roomId: RoomId) {
    const userId = this.session.me()?.userId;
    if (!userId) return null;
    const clientMsgId = crypto.randomUUID() as string as ClientMsgId;
    const composedAt = Date.now();
    // A clock that was set back must not let a later text overtake an earlier one.
    const position = Math.max(composedAt, (this.waiting().at(-1)?.position ?? 0) + 1);
    return { position, clientMsgId, roomId, userId, composedAt, state: 'pending' as const };
  }

  private async change(change: UnsentChange): Promise<void> {
    const before = this.waiting();
    const after = withLastWord(before, change);
    for (const entry of before) {
      if (!after.some(({ clientMsgId }) => clientMsgId === entry.clientMsgId)) this.settle(entry.clientMsgId);
    }
    for (const entry of after) if (!before.includes(entry)) await this.put(entry);
  }

  private async put(entry: OutboxEntry): Promise<void> {
    const { clientMsgId } = entry;
    this.waiting.update((entries) => inOrder([...entries.filter((other) => other.clientMsgId !== clientMsgId), entry]));
    this.saving.add(clientMsgId);
    await this.cache.saveOutboxEntry(entry).catch(() => undefined);
    this.saving.delete(clientMsgId);
    this.tabs.announce();
    this.sendNext();
  }

  /** On its way to the disk, so that what is read from there does not know it yet. */
  private isNews(entry: OutboxEntry, kept: readonly OutboxEntry[]): boolean {
    return this.saving.has(entry.clientMsgId) && !isIn(kept, entry);
  }

  private settle(clientMsgId: ClientMsgId): void {
    if (!this.waiting().some((entry) => entry.clientMsgId === clientMsgId)) return;
    this.waiting.update((entries) => entries.filter((entry) => entry.clientMsgId !== clientMsgId));
    this.tries.delete(clientMsgId);
    void this.cache.removeOutboxEntry(clientMsgId).then(() => {
      this.tabs.announce();
    });
  }

  /** What somebody else left unsent in this browser is not said in the name of who is here now. */
  private disown(userId: UserId): void {
    for (const entry of this.waiting()) if (entry.userId !== userId) this.settle(entry.clientMsgId);
  }

  private sendNext(): void {
    if (!this.tabs.isSender() || this.connection.state() !== 'online') return;
    for (const entry of nextToSend(this.waiting(), this.busy, this.slowMode.waits())) {
      const turn = Symbol(entry.clientMsgId);
      this.busy.set(entry.roomId, turn);
      void this.send(entry, turn);
    }
  }

  private async send(entry: OutboxEntry, turn: symbol): Promise<void> {
    const { roomId, clientMsgId } = entry;
    const tries = (this.tries.get(clientMsgId) ?? 0) + 1;
    this.tries.set(clientMsgId, tries);
    const reply = await this.ask(entry);
    const now = this.waiting().find((other) => other.clientMsgId === clientMsgId);
    if (reply.ok) {
      if (entry.kind === 'send') this.slowMode.said(roomId);
      const rest = now ? afterEdit(entry, now) : null;
      if (rest) await this.put(rest);
      else this.settle(clientMsgId);
      return this.release(roomId, turn);
    }
    if (entry.kind === 'send' && isTooSoon(reply.error) && this.slowMode.secondsFor(roomId) > 0) {
      // The same again later, and what else is to be done in the room meanwhile.
      this.slowMode.begin(roomId, reply.error.retryAfterMs);
      return this.release(roomId, turn);
    }
    const verdict = afterRefusal(reply.error, tries);
    if (verdict.kind === 'failed' && now) await this.put({ ...now, state: 'failed', reason: verdict.reason });
    setTimeout(() => this.release(roomId, turn), verdict.kind === 'retry' ? verdict.inMs : 0);
  }

  private async ask(entry: OutboxEntry): Promise<Reply<unknown>> {
    const { roomId } = entry;
    switch (entry.kind) {
      case 'send':
        return this.say(entry);
      case 'edit': {
        const { msgId, revision, text } = entry;
        return this.connection.ask('msg.edit', { roomId, msgId, revision, text });
      }
      case 'react': {
        const { msgId, emoji, on } = entry;
        const command = on ? 'msg.react' : 'msg.unreact';
        return this.connection.ask(command, { roomId, msgId, emoji });
      }
      case 'delete': {
        const { msgId, why } = entry;
        return this.connection.ask('msg.delete', { roomId, msgId, ...(why && { reason: why }) });
      }
    }
  }

  private async say({ roomId, clientMsgId, userId, text, replyTo }: UnsentMessage): Promise<Reply<unknown>> {
    const said = { roomId, clientMsgId, text };
    const reply = await this.connection.ask('msg.send', { ...said, ...(replyTo && { replyTo }) });
    if (reply.ok)
      this.rooms.lay(roomId, [
        justSent({ ...said, userId, everyone: this.calls(said), replyTo: replyTo ?? null, ...reply.value }),
      ]);
    return reply;
  }

  /** As the server will say in the event. */
  private calls({ roomId, text }: { readonly roomId: RoomId; readonly text: string }): boolean {
    const held = this.rooms.held().get(roomId);
    if (!held || !mentionsEveryone(text)) return false;
    return mayMentionEveryone(held.room, roleIn(held, this.session.me()));
  }

  /** A turn that a new connection has taken away has nothing to give back. */
  private release(roomId: RoomId, turn: symbol): void {
    if (this.busy.get(roomId) !== turn) return;
    this.busy.delete(roomId);
    this.sendNext();
  }
}

const isIn = (entries: readonly OutboxEntry[], { clientMsgId }: OutboxEntry): boolean =>
  entries.some((other) => other.clientMsgId === clientMsgId);
