import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  isEvent,
  messagingCommands,
  messagingEvents,
  type ClientMsgId,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import { Connection } from '../connection/connection';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { afterRefusal, inOrder, nextToSend, retried, type OutboxEntry } from './outbox-policy';
import { OutboxTabs } from './outbox-tabs';

/** What was written and is not acknowledged: kept through restarts, sent in order, shown until the server has it. */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly cache = injectCache();
  private readonly tabs = inject(OutboxTabs);

  private readonly waiting = signal<readonly OutboxEntry[]>([]);
  readonly entries = this.waiting.asReadonly();
  readonly pendingCount = computed(() => this.waiting().filter(({ state }) => state === 'pending').length);

  /** Rooms in which one is on its way, or waits for its next try; and whose turn that is. */
  private readonly busy = new Map<RoomId, symbol>();
  private readonly saving = new Set<ClientMsgId>();
  private readonly tries = new Map<ClientMsgId, number>();

  constructor() {
    effect(() => {
      const online = this.connection.state() === 'online';
      const isSender = this.tabs.isSender();
      untracked(() => {
        if (!online) this.tabs.stepBack();
        else if (isSender) this.sendNext();
        else this.tabs.stepForward();
      });
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
    });
    this.connection.events.subscribe((event) => {
      if (isEvent(messagingEvents.messageSent, event) && event.actorUserId === this.session.me()?.userId) {
        this.settle(event.body.clientMsgId);
      }
    });
    this.tabs.changes.subscribe(() => void this.recall());
  }

  async recall(): Promise<void> {
    const kept = await this.cache.outbox();
    this.waiting.update((entries) => inOrder([...kept, ...entries.filter((entry) => this.isNews(entry, kept))]));
    this.sendNext();
  }

  /** Takes a text to be sent as soon as possible. It is on the screen at once and on disk a moment later. */
  async compose(roomId: RoomId, text: string): Promise<void> {
    const userId = this.session.me()?.userId;
    if (!userId) return;
    const clientMsgId = crypto.randomUUID() as string as ClientMsgId;
    const composedAt = Date.now();
    // A clock that was set back must not let a later text overtake an earlier one.
    const position = Math.max(composedAt, (this.waiting().at(-1)?.position ?? 0) + 1);
    await this.put({ position, clientMsgId, roomId, userId, text, composedAt, state: 'pending' });
  }

  async retry(entry: OutboxEntry): Promise<void> {
    await this.put(retried(entry));
  }

  discard(entry: OutboxEntry): void {
    this.settle(entry.clientMsgId);
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
  private isNews({ clientMsgId }: OutboxEntry, kept: readonly OutboxEntry[]): boolean {
    return this.saving.has(clientMsgId) && !kept.some((other) => other.clientMsgId === clientMsgId);
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
    for (const entry of nextToSend(this.waiting(), this.busy)) {
      const turn = Symbol(entry.clientMsgId);
      this.busy.set(entry.roomId, turn);
      void this.send(entry, turn);
    }
  }

  private async send(entry: OutboxEntry, turn: symbol): Promise<void> {
    const { roomId, clientMsgId, text, userId } = entry;
    const tries = (this.tries.get(clientMsgId) ?? 0) + 1;
    this.tries.set(clientMsgId, tries);
    const reply = await this.connection.ask(messagingCommands.msgSend, { roomId, clientMsgId, text });
    if (reply.ok) {
      this.rooms.lay(roomId, [{ roomId, clientMsgId, text, userId, ...reply.value }]);
      this.settle(clientMsgId);
      return this.release(roomId, turn);
    }
    const verdict = afterRefusal(reply.error, tries);
    if (verdict.kind === 'failed') await this.put({ ...entry, state: 'failed', reason: verdict.reason });
    setTimeout(() => this.release(roomId, turn), verdict.kind === 'retry' ? verdict.inMs : 0);
  }

  /** A turn that a new connection has taken away has nothing to give back. */
  private release(roomId: RoomId, turn: symbol): void {
    if (this.busy.get(roomId) !== turn) return;
    this.busy.delete(roomId);
    this.sendNext();
  }
}
