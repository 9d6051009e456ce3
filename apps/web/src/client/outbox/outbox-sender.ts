import { DestroyRef, effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isEvent, messagingEvents, type ClientMsgId, type Reply, type RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { localRefusal } from '../connection/local-refusal';
import type { NamedFile } from '../files/file-sending';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { t } from '../../platform/language/t';
import {
  afterEdit,
  afterRefusal,
  isShutOut,
  isSlowMode,
  isText,
  nextToSend,
  type OutboxEntry,
  type UnsentMessage,
} from '../unsent/outbox-policy';
import { OutboxTabs } from './outbox-tabs';
import { SlowMode } from './slow-mode';
import { UnsentEntries } from './unsent-entries';

/** Milliseconds after which the sending tab counts as hanging. */
const senderTimeoutMs = 4_000;

/** Sends the signed-in user's entries in order, one at a time in each room, until the server has all of them. */
@Injectable()
export class OutboxSender {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly unsent = inject(UnsentEntries);
  private readonly tabs = inject(OutboxTabs);
  private readonly slowMode = inject(SlowMode);
  private readonly injector = inject(Injector);
  /** The person whose entries these are, also while their session ends. */
  private readonly owner = this.session.me()?.userId;

  /** Rooms with an entry in flight or waiting for its next try, each with a token of that entry's turn. */
  private readonly busy = new Map<RoomId, symbol>();
  private readonly tries = new Map<ClientMsgId, number>();
  /** Stops the uploads of a message that its author discarded. */
  private readonly uploads = new Map<ClientMsgId, AbortController>();
  private watch: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;

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
    effect(() => {
      this.slowMode.silent();
      untracked(() => this.sendNext());
    });
    this.session.arrivals.pipe(takeUntilDestroyed()).subscribe(() => {
      this.tries.clear();
      this.busy.clear();
      this.sendNext();
    });
    this.unsent.recalls.pipe(takeUntilDestroyed()).subscribe(() => this.sendNext());
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (isEvent(messagingEvents.messageSent, event) && event.actorUserId === this.session.me()?.userId) {
        this.settle(event.body.clientMsgId);
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.isOver = true;
      if (this.session.disabling()) this.unsent.giveBack(({ userId }) => userId === this.owner);
      clearTimeout(this.watch);
      this.tabs.stepBack();
    });
  }

  settle(clientMsgId: ClientMsgId): void {
    this.tries.delete(clientMsgId);
    this.uploads.get(clientMsgId)?.abort();
    this.uploads.delete(clientMsgId);
    this.unsent.settle(clientMsgId);
  }

  /** Holds the entry when it returns, writes it to disk a moment later, and then sends it. */
  put(entry: OutboxEntry): void {
    void this.unsent.put(entry).then(() => this.sendNext());
  }

  private sendNext(): void {
    if (this.isOver || this.connection.state() !== 'online') return;
    if (!this.tabs.isSender()) return this.watchSender();
    for (const entry of nextToSend(this.unsent.mine(), this.busy, this.slowMode.silent())) {
      const turn = Symbol(entry.clientMsgId);
      this.busy.set(entry.roomId, turn);
      void this.send(entry, turn);
    }
  }

  /** Another tab sends for this one. A hanging tab keeps the lock, so after a while this tab sends as well. */
  private watchSender(): void {
    const due = this.unsent.pending();
    if (this.watch !== undefined || due.length === 0) return;
    this.watch = setTimeout(() => {
      this.watch = undefined;
      if (this.connection.state() !== 'online') return;
      const left = this.unsent.pending();
      if (due.some((clientMsgId) => left.includes(clientMsgId))) this.tabs.stopWaiting();
      else this.sendNext();
    }, senderTimeoutMs);
  }

  private async send(entry: OutboxEntry, turn: symbol): Promise<void> {
    const { roomId, clientMsgId } = entry;
    const tries = (this.tries.get(clientMsgId) ?? 0) + 1;
    this.tries.set(clientMsgId, tries);
    const reply = await this.ask(entry);
    const now = this.unsent.find(clientMsgId);
    if (reply.ok) {
      if (entry.kind === 'send') this.slowMode.sent(roomId);
      const rest = now ? afterEdit(entry, now) : null;
      if (rest) this.put(rest);
      else this.settle(clientMsgId);
      return this.release(roomId, turn);
    }
    if (entry.kind === 'send' && isSlowMode(reply.error) && this.slowMode.secondsFor(roomId) > 0) {
      // The same entry later; meanwhile other changes of the room.
      this.slowMode.begin(roomId, reply.error.retryAfterMs);
      return this.release(roomId, turn);
    }
    if (isText(entry) && isShutOut(reply.error)) {
      this.unsent.giveBack((other) => other.roomId === roomId && other.userId === entry.userId);
      return this.release(roomId, turn);
    }
    const verdict = afterRefusal(reply.error, tries);
    if (verdict.kind === 'failed' && now) this.put({ ...now, state: 'failed', refusal: verdict.refusal });
    setTimeout(() => this.release(roomId, turn), verdict.kind === 'retry' ? verdict.inMs : 0);
  }

  private async ask(entry: OutboxEntry): Promise<Reply<unknown>> {
    const { roomId } = entry;
    switch (entry.kind) {
      case 'send':
        return entry.attachments ? this.sendWithFiles(entry) : this.sendMessage(entry);
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

  /** Few messages have files, so the code for them is loaded with the first one. */
  private async sendWithFiles(entry: UnsentMessage): Promise<Reply<unknown>> {
    const loaded = await import('../files/file-sending').catch(() => null);
    if (!loaded) return localRefusal('page.unreachable', t('There is no connection right now.'));
    const { signal } = this.stopFor(entry.clientMsgId);
    const send = (files: readonly NamedFile[]) => this.sendMessage(entry, files);
    return this.injector.get(loaded.FileSending).send(entry, send, signal);
  }

  private stopFor(clientMsgId: ClientMsgId): AbortController {
    const stop = this.uploads.get(clientMsgId) ?? new AbortController();
    this.uploads.set(clientMsgId, stop);
    return stop;
  }

  private async sendMessage(
    { roomId, clientMsgId, text, replyTo }: UnsentMessage,
    files?: readonly NamedFile[],
  ): Promise<Reply<unknown>> {
    const reply = await this.connection.ask('msg.send', {
      roomId,
      clientMsgId,
      text,
      ...(replyTo && { replyTo }),
      ...(files && { files: [...files] }),
    });
    if (reply.ok) this.rooms.mergeMessages(roomId, [reply.value]);
    return reply;
  }

  /** A turn that a new connection took away has nothing to release. */
  private release(roomId: RoomId, turn: symbol): void {
    if (this.busy.get(roomId) !== turn) return;
    this.busy.delete(roomId);
    this.sendNext();
  }
}
