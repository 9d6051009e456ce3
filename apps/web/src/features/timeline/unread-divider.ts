import { computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { ReadMarks } from '../../client/reading/read-marks';
import type { HeldRoom } from '../../client/rooms/held-room';
import { PageRead } from '../../platform/design/page-read';

/** The messages that were unread when the reader arrived. */
interface Arrival {
  /** The read mark at that moment. */
  readonly mark: number;
  /** How many of them are left that others wrote. */
  readonly count: number;
}

/**
 * The position of the "New" line, and the read state: the reader reads whatever they see at the end of a page that somebody reads (`PageRead`).
 * Created by the timeline, in its injection context.
 */
export class UnreadDivider {
  private readonly reading = inject(ReadMarks);
  private readonly page = inject(PageRead);

  private readonly roomId = computed(() => this.held().room.roomId);
  private readonly headSeq = computed(() => this.held().timeline.headSeq);
  /** False until the room's stored messages are loaded: no message on the screen can have been read before. */
  private readonly isOpen = signal(false);
  private readonly firstUnread = signal<number | null>(null);
  private readonly arrived = signal<{ readonly mark: number; readonly headSeq: number } | null>(null);

  readonly firstUnreadSeq = this.firstUnread.asReadonly();
  readonly unreadCount = computed(() => this.reading.unread().get(this.roomId())?.messages ?? 0);
  /** The unread messages at arrival, until the reader jumps to them or dismisses them. */
  readonly arrival = computed<Arrival | null>(() => {
    const arrived = this.arrived();
    if (!arrived) return null;
    const { mark, headSeq } = arrived;
    const count = this.reading.after(this.roomId(), mark, headSeq).messages;
    return count > 0 ? { mark, count } : null;
  });

  constructor(
    private readonly held: Signal<HeldRoom>,
    isReaderAtEnd: Signal<boolean>,
  ) {
    effect(() => {
      if (this.isOpen() && this.page.read() && isReaderAtEnd()) this.reading.see(this.roomId(), this.headSeq());
    });
    effect(() => {
      if (!this.isOpen()) return;
      const isRead = this.page.read();
      untracked(() => {
        if (isRead) this.countArrival();
        // Messages that come while nobody reads the page are new to the returning reader.
        else if (this.unreadCount() === 0) this.firstUnread.set(this.headSeq() + 1);
      });
    });
  }

  /** The room's stored messages are loaded, and the reader begins. */
  open(): void {
    this.reading.open(this.roomId());
    if (this.unreadCount() > 0) this.firstUnread.set(this.reading.markIn(this.roomId()) + 1);
    this.isOpen.set(true);
  }

  dismiss(): void {
    this.arrived.set(null);
  }

  markUnread(seq: number): void {
    this.reading.markUnread(this.roomId(), seq);
    this.firstUnread.set(seq);
    this.dismiss();
  }

  markRead(): void {
    this.reading.markRead(this.roomId());
    this.firstUnread.set(null);
    this.dismiss();
  }

  private countArrival(): void {
    const first = this.firstUnread();
    this.arrived.set(first === null ? null : { mark: first - 1, headSeq: this.headSeq() });
  }
}
