import { computed, inject, Injectable, signal } from '@angular/core';
import type { ClientMsgId, Message, MsgId, RoomId } from '@devchitchat/contracts';
import { newId } from '../../platform/browser/random';
import { t } from '../../platform/language/t';
import { serverNow } from '../../platform/time/server-clock';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import type { Attachment } from '../unsent/attachment';
import type { Draft } from '../unsent/draft-policy';
import { retried, withLatestChange, type OutboxEntry, type UnsentChange } from '../unsent/outbox-policy';
import { OutboxSender } from './outbox-sender';
import { UnsentEntries } from './unsent-entries';

/** A message to be changed. */
type Target = Pick<Message, 'roomId' | 'msgId'>;

/**
 * The signed-in user's messages and changes that the server has not acknowledged: kept through restarts, sent in order,
 * shown until the server has them. Only their author sees and sends them, after any later sign-in too. Every method
 * that adds an entry (`compose`, `edit`, `takeBack`, `react`, `retry`) returns whether the outbox holds it. If not,
 * `problem` explains why, and the caller keeps its text.
 */
@Injectable()
export class Outbox {
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly unsentEntries = inject(UnsentEntries);
  private readonly sender = inject(OutboxSender);

  readonly entries = this.unsentEntries.mine;
  readonly pendingCount = computed(() => this.unsentEntries.pending().length);
  private readonly lastProblem = signal('');
  /** The reason the last entry was not added, as a sentence. */
  readonly problem = this.lastProblem.asReadonly();

  /**
   * Adds a message to send as soon as possible. It is on the screen at once and on disk a moment later. A repeated
   * `clientMsgId` adds nothing.
   */
  compose(
    roomId: RoomId,
    text: string,
    { replyTo, clientMsgId }: Partial<Pick<Draft, 'replyTo' | 'clientMsgId'>> = {},
    attachments: readonly Attachment[] = [],
  ): boolean {
    return this.take(t('This wasn’t sent. Your text is still here; try again.'), () => {
      const entry = this.unsent(roomId, clientMsgId);
      if (this.unsentEntries.knows(entry.clientMsgId)) return;
      const more = { ...(replyTo && { replyTo }), ...(attachments.length > 0 && { attachments }) };
      this.sender.put({ kind: 'send', text, ...more, ...entry });
    });
  }

  /** Replaces the text of the user's own message as soon as possible. */
  edit({ roomId, msgId, revision }: Target & Pick<Message, 'revision'>, text: string): boolean {
    return this.take(t('This wasn’t sent. Your text is still here; try again.'), () =>
      this.change({ kind: 'edit', msgId, revision, text, ...this.unsent(roomId) }),
    );
  }

  /** Deletes a message as soon as possible; the room can read `why`. */
  takeBack({ roomId, msgId }: Target, why?: string): boolean {
    return this.take(t('Something went wrong, and nothing was changed. Try again.'), () =>
      this.change({ kind: 'delete', msgId, ...(why && { why }), ...this.unsent(roomId) }),
    );
  }

  /** Adds an emoji to a message, or removes it. */
  react({ roomId, msgId }: Target, emoji: string, on: boolean): boolean {
    return this.take(t('Something went wrong, and nothing was changed. Try again.'), () =>
      this.change({ kind: 'react', msgId, emoji, on, ...this.unsent(roomId) }),
    );
  }

  retry(entry: OutboxEntry): boolean {
    return this.take(t('Something went wrong, and nothing was changed. Try again.'), () => {
      const now = entry.kind === 'edit' ? this.revisionOf(entry.roomId, entry.msgId) : undefined;
      this.sender.put(retried(entry, now));
    });
  }

  discard(entry: OutboxEntry): void {
    this.sender.settle(entry.clientMsgId);
  }

  forgive(): void {
    this.lastProblem.set('');
  }

  /** Shows a failure to the user, and also reports it as the fault that it is. */
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
    if (!userId) throw new Error('No user is signed in.');
    const composedAt = Math.round(serverNow());
    const position = this.unsentEntries.positionAt(composedAt);
    return { position, clientMsgId, roomId, userId, composedAt, state: 'pending' as const };
  }

  private change(change: UnsentChange): void {
    const before = this.entries();
    const after = withLatestChange(before, change);
    for (const entry of before) {
      if (!after.some(({ clientMsgId }) => clientMsgId === entry.clientMsgId)) this.sender.settle(entry.clientMsgId);
    }
    for (const entry of after) if (!before.includes(entry)) this.sender.put(entry);
  }
}
