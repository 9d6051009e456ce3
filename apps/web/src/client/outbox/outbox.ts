import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  isEvent,
  mayMentionEveryone,
  mentionsEveryone,
  messagingEvents,
  type ClientMsgId,
  type Message,
  type MsgId,
  type Reply,
  type RoomId,
} from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import { LastWords } from '../cache/last-words';
import { Connection } from '../connection/connection';
import { t } from '../../platform/language/t';
import { newId } from '../../platform/browser/random';
import { serverNow } from '../../platform/time/server-clock';
import { roleIn } from '../rooms/member-rights';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { justSent } from '../messages/message-fold';
import type { Draft } from '../unsent/draft-policy';
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
} from '../unsent/outbox-policy';
import { OutboxTabs } from './outbox-tabs';
import { SlowMode } from './slow-mode';

/** Milliseconds after which the tab that sends for all is taken for one that hangs. */
const senderPatienceMs = 4_000;

/** A message of which something is to be changed. */
type Target = Pick<Message, 'roomId' | 'msgId'>;

/**
 * What was written and is not acknowledged: kept through restarts, sent in order, shown until the server has it. It belongs to
 * who wrote it: nobody else sees or sends it, and it goes out when they are here again, however their session ended.
 *
 * What hands something over (`compose`, `edit`, `takeBack`, `react`, `retry`) tells whether the outbox has it now. Where it
 * does not, `problem` says so, and the caller keeps what it has.
 */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly cache = injectCache();
  private readonly tabs = inject(OutboxTabs);
  private readonly slowMode = inject(SlowMode);

  /** Of everybody who ever sat here. */
  private readonly waiting = signal<readonly OutboxEntry[]>([]);
  /** Of who is here now. */
  readonly entries = computed(() => this.waiting().filter(({ userId }) => userId === this.session.me()?.userId));
  readonly pendingCount = computed(() => this.pending().length);
  private readonly lastProblem = signal('');
  /** Why the last thing that was handed over is not here, as a sentence. */
  readonly problem = this.lastProblem.asReadonly();

  /** Rooms in which one is on its way, or waits for its next try; and whose turn that is. */
  private readonly busy = new Map<RoomId, symbol>();
  /** On their way to the disk, or refused by it. */
  private readonly unsaved = new Set<ClientMsgId>();
  /** Done with. Where the disk does not let go of one, it stays done with. */
  private readonly settled = new Set<ClientMsgId>();
  private readonly tries = new Map<ClientMsgId, number>();
  private watch: ReturnType<typeof setTimeout> | undefined;
  private readonly lastWords = new LastWords<OutboxEntry>('outbox', ({ clientMsgId }) => clientMsgId);

  constructor() {
    window.addEventListener('pagehide', () => {
      this.lastWords.leave(this.waiting().filter(({ clientMsgId }) => this.unsaved.has(clientMsgId)));
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
    this.session.arrivals.subscribe(() => {
      this.tries.clear();
      this.busy.clear();
      this.sendNext();
    });
    this.session.ends.subscribe(() => {
      this.busy.clear();
      this.forgive();
    });
    this.session.forgettings.subscribe((forgotten) => {
      this.waiting.update((entries) => entries.filter(({ userId }) => userId !== forgotten));
      this.lastWords.forget();
    });
    this.cache.recoveries.subscribe(() => void this.recall());
    this.connection.events.subscribe((event) => {
      if (isEvent(messagingEvents.messageSent, event) && event.actorUserId === this.session.me()?.userId) {
        this.settle(event.body.clientMsgId);
      }
    });
    this.tabs.changes.subscribe(() => void this.recall());
  }

  async recall(): Promise<void> {
    const saved = await this.cache.outbox();
    const left = this.lastWords.left().filter((entry) => !isIn(saved ?? [], entry));
    const kept = [...(saved ?? []), ...left].filter(({ clientMsgId }) => !this.settled.has(clientMsgId));
    // What the disk never had stays; what it has no more was sent by another tab.
    const isHere = (entry: OutboxEntry): boolean =>
      !isIn(kept, entry) && (!saved || this.unsaved.has(entry.clientMsgId));
    this.waiting.update((entries) => inOrder([...kept, ...entries.filter(isHere)]));
    for (const { clientMsgId } of left) this.unsaved.add(clientMsgId);
    this.sendNext();
    const missing = saved ? this.waiting().filter((entry) => !isIn(saved, entry)) : [];
    await Promise.all(missing.map((entry) => this.save(entry)));
    this.lastWords.forget();
  }

  /**
   * Takes a text to be sent as soon as possible. It is on the screen at once and on disk a moment later. What was taken
   * before with the same `clientMsgId` is not taken again.
   */
  compose(
    roomId: RoomId,
    text: string,
    { replyTo, clientMsgId }: Partial<Pick<Draft, 'replyTo' | 'clientMsgId'>> = {},
  ): boolean {
    return this.take(t('This wasn’t sent. Your text is still here; try again.'), () => {
      const entry = this.unsent(roomId, clientMsgId);
      if (this.settled.has(entry.clientMsgId) || isIn(this.waiting(), entry)) return;
      this.put({ kind: 'send', text, ...(replyTo && { replyTo }), ...entry });
    });
  }

  /** Gives one's own message another text, as soon as possible. */
  edit({ roomId, msgId, revision }: Target & Pick<Message, 'revision'>, text: string): boolean {
    return this.take(t('This wasn’t sent. Your text is still here; try again.'), () =>
      this.change({ kind: 'edit', msgId, revision, text, ...this.unsent(roomId) }),
    );
  }

  /** Takes a message back, as soon as possible; `why` is for the room to read. */
  takeBack({ roomId, msgId }: Target, why?: string): boolean {
    return this.take(t('Something went wrong, and nothing was changed. Try again.'), () =>
      this.change({ kind: 'delete', msgId, ...(why && { why }), ...this.unsent(roomId) }),
    );
  }

  /** Puts an emoji to a message, or takes it off. */
  react({ roomId, msgId }: Target, emoji: string, on: boolean): boolean {
    return this.take(t('Something went wrong, and nothing was changed. Try again.'), () =>
      this.change({ kind: 'react', msgId, emoji, on, ...this.unsent(roomId) }),
    );
  }

  retry(entry: OutboxEntry): boolean {
    return this.take(t('Something went wrong, and nothing was changed. Try again.'), () => {
      const now = entry.kind === 'edit' ? this.revisionOf(entry.roomId, entry.msgId) : undefined;
      this.put(retried(entry, now));
    });
  }

  discard(entry: OutboxEntry): void {
    this.settle(entry.clientMsgId);
  }

  forgive(): void {
    this.lastProblem.set('');
  }

  /** Whatever goes wrong on the way in is said, and also reported as the fault that it is. */
  private take(problem: string, put: () => void): boolean {
    try {
      put();
      this.forgive();
      return true;
    } catch (error) {
      this.lastProblem.set(problem);
      reportError(error);
      return false;
    }
  }

  private revisionOf(roomId: RoomId, msgId: MsgId): number | undefined {
    const messages = this.rooms.held().get(roomId)?.timeline.messages ?? [];
    return messages.find((message) => message.msgId === msgId)?.revision;
  }

  private unsent(roomId: RoomId, clientMsgId = newId() as ClientMsgId) {
    const userId = this.session.me()?.userId;
    if (!userId) throw new Error('Nobody is signed in.');
    const composedAt = Math.round(serverNow());
    // A clock that was set back must not let a later text overtake an earlier one.
    const position = Math.max(composedAt, (this.waiting().at(-1)?.position ?? 0) + 1);
    return { position, clientMsgId, roomId, userId, composedAt, state: 'pending' as const };
  }

  private change(change: UnsentChange): void {
    const before = this.entries();
    const after = withLastWord(before, change);
    for (const entry of before) {
      if (!after.some(({ clientMsgId }) => clientMsgId === entry.clientMsgId)) this.settle(entry.clientMsgId);
    }
    for (const entry of after) if (!before.includes(entry)) this.put(entry);
  }

  /** Held when this returns, on disk a moment later. */
  private put(entry: OutboxEntry): void {
    const { clientMsgId } = entry;
    this.waiting.update((entries) => inOrder([...entries.filter((other) => other.clientMsgId !== clientMsgId), entry]));
    void this.save(entry).then(() => this.sendNext());
  }

  private async save(entry: OutboxEntry): Promise<void> {
    this.unsaved.add(entry.clientMsgId);
    if (!(await this.cache.saveOutboxEntry(entry))) return;
    this.unsaved.delete(entry.clientMsgId);
    this.tabs.announce();
  }

  private settle(clientMsgId: ClientMsgId): void {
    if (!this.waiting().some((entry) => entry.clientMsgId === clientMsgId)) return;
    this.waiting.update((entries) => entries.filter((entry) => entry.clientMsgId !== clientMsgId));
    this.tries.delete(clientMsgId);
    this.unsaved.delete(clientMsgId);
    this.settled.add(clientMsgId);
    void this.cache.removeOutboxEntry(clientMsgId).then(() => {
      this.tabs.announce();
    });
  }

  private sendNext(): void {
    if (this.connection.state() !== 'online') return;
    if (!this.tabs.isSender()) return this.watchSender();
    for (const entry of nextToSend(this.entries(), this.busy, this.slowMode.waits())) {
      const turn = Symbol(entry.clientMsgId);
      this.busy.set(entry.roomId, turn);
      void this.send(entry, turn);
    }
  }

  /** Another tab sends for this one. One that hangs keeps the lock, so after a while this tab sends as well. */
  private watchSender(): void {
    const due = this.pending();
    if (this.watch !== undefined || due.length === 0) return;
    this.watch = setTimeout(() => {
      this.watch = undefined;
      if (this.connection.state() !== 'online') return;
      const left = this.pending();
      if (due.some((clientMsgId) => left.includes(clientMsgId))) this.tabs.stopWaiting();
      else this.sendNext();
    }, senderPatienceMs);
  }

  private pending(): readonly ClientMsgId[] {
    return this.entries()
      .filter(({ state }) => state === 'pending')
      .map(({ clientMsgId }) => clientMsgId);
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
      if (rest) this.put(rest);
      else this.settle(clientMsgId);
      return this.release(roomId, turn);
    }
    if (entry.kind === 'send' && isTooSoon(reply.error) && this.slowMode.secondsFor(roomId) > 0) {
      // The same again later, and what else is to be done in the room meanwhile.
      this.slowMode.begin(roomId, reply.error.retryAfterMs);
      return this.release(roomId, turn);
    }
    const verdict = afterRefusal(reply.error, tries);
    if (verdict.kind === 'failed' && now) this.put({ ...now, state: 'failed', reason: verdict.reason });
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

const isIn = (entries: readonly OutboxEntry[], { clientMsgId }: Pick<OutboxEntry, 'clientMsgId'>): boolean =>
  entries.some((other) => other.clientMsgId === clientMsgId);
