import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { isModerator, type Message, type UserId } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import { lastOf, readersOf } from '../../client/reading/unread';
import type { HeldRoom } from '../../client/rooms/held-room';
import { roleIn } from '../../client/rooms/member-rights';
import { Pins } from '../../client/rooms/pins';
import { Session } from '../../client/session/session';
import { SearchHighlight } from '../../client/timeline/search-highlight';
import { History } from '../../client/timeline/history';
import { Jump } from '../../client/timeline/jump';
import type { OutboxEntry } from '../../client/unsent/outbox-policy';
import { PersonCard } from '../../parts/person-card';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { dayName, dayOf } from '../../platform/time/times';
import { Today } from '../../platform/time/today';
import type { MessageAction } from './message-actions';
import { MessageArticle } from './message-article';
import type { Asked } from './message-dialogs';
import { MessageDialogs } from './message-dialogs';
import { MessageFocus } from './message-focus';
import { MessageWindow } from './message-window';
import { highlight, ReaderPosition } from './reader-position';
import { changesIn, echoesIn, rowsOf } from './rows';
import { SeenBy } from './seen-by';
import { SystemLine } from './system-line';
import { UnreadBar } from './unread-bar';
import { UnreadDivider } from './unread-divider';

/**
 * A room's messages. `MessageWindow` decides which are rendered, `UnreadDivider` which are unread, and `ReaderPosition`
 * knows where the reader is; this component connects the three and opens the dialogs of a message.
 */
@Component({
  selector: 'dcc-timeline',
  imports: [Icon, MessageArticle, MessageDialogs, PersonCard, SeenBy, SystemLine, Translate, UnreadBar],
  providers: [History],
  templateUrl: './timeline.html',
  host: { '(document:keydown.escape)': 'readAll($event)' },
})
export class Timeline {
  readonly held = input.required<HeldRoom>();
  /** The `seq` of a message to go to. */
  readonly goTo = input<number | null>(null);
  /** The text of an unsent message that its author discarded. */
  readonly discarded = output<string>();
  /** A message of the reader, to be edited. */
  readonly edits = output<Message>();
  /** A message to reply to. */
  readonly replies = output<Message>();

  protected readonly outbox = inject(Outbox);
  protected readonly pins = inject(Pins);
  private readonly session = inject(Session);
  private readonly foundWords = inject(SearchHighlight);
  private readonly today = inject(Today);

  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  protected readonly window = new MessageWindow(this.held);
  protected readonly unread = new UnreadDivider(this.held, this.window.isReaderAtEnd);
  protected readonly reader = new ReaderPosition({ scroller: this.scroller, content: this.content });
  protected readonly focus = new MessageFocus(this.content);
  protected readonly history = this.window.history;

  private readonly roomId = computed(() => this.held().room.roomId);
  private readonly isOpen = signal(false);

  protected readonly rows = computed(() => {
    const entries = this.outbox.entries().filter(({ roomId }) => roomId === this.roomId());
    const stretch = this.window.stretch();
    return rowsOf({
      ...stretch,
      echoes: stretch.followsEnd ? echoesIn(entries, stretch.messages) : [],
      changes: changesIn(entries),
      firstUnreadSeq: this.unread.firstUnreadSeq(),
      dayOf,
    });
  });
  /** The reader's own last message, and its readers. */
  protected readonly seen = computed(() => {
    const { timeline, members } = this.held();
    const mine = lastOf(timeline.messages, this.session.me()?.userId);
    const userIds = mine ? readersOf(members, mine) : [];
    return mine && userIds.length > 0 ? { seq: mine.seq, userIds } : null;
  });
  protected readonly pinned = computed(() => new Set(this.held().pins.map(({ seq }) => seq)));
  protected readonly moderates = computed(() => isModerator(roleIn(this.held(), this.session.me())));
  /** The open dialog of a message. */
  protected readonly asked = signal<Asked | null>(null);
  /** The person whose card is open. */
  protected readonly person = signal<UserId | null>(null);
  /** The day of the first visible message, if its divider is above. */
  protected readonly dayInSight = computed(() => {
    const ts = this.reader.tsInSight();
    return ts === null ? '' : this.dayName(ts);
  });

  constructor() {
    afterNextRender(() => void this.open());
    afterRenderEffect(() => {
      this.rows();
      this.history.loading();
      untracked(() => this.settle());
    });
    effect(() => {
      const seq = this.goTo();
      if (seq !== null && untracked(this.isOpen)) untracked(() => void this.reveal(seq));
    });
    effect(() => {
      if (this.window.canFetch()) untracked(() => this.loadAgain());
    });
    const jumps = inject(Jump).repeated.subscribe(({ roomId, seq }) => {
      if (roomId === this.roomId()) void this.reveal(seq);
    });
    inject(DestroyRef).onDestroy(() => {
      jumps.unsubscribe();
    });
  }

  /** Goes to the newest message and follows new ones. */
  showEnd(): void {
    this.focus.startAt(null);
    this.window.moveToEnd();
    this.reader.stickToEnd();
  }

  /** Scrolls to a message, and fetches it if necessary. */
  reveal(seq: number): Promise<void> {
    return this.window.moveTo(seq);
  }

  protected readonly dayName = (ts: number): string => dayName(ts, this.today.start());

  protected scrolled(): void {
    this.reader.noteScroll(this.window.followsEnd());
    this.window.isReaderAtEnd.set(this.reader.isAtEnd);
    this.lookForDivider();
    this.fill();
  }

  protected discard(entry: OutboxEntry): void {
    this.outbox.discard(entry);
    if (entry.kind === 'send') this.discarded.emit(entry.text);
  }

  protected act(action: MessageAction, message: Message | null): void {
    if (!message) return;
    if (action === 'edit') this.edits.emit(message);
    else if (action === 'reply') this.replies.emit(message);
    else if (action === 'unread') this.unread.markUnread(message.seq);
    else if (action === 'pin' || action === 'unpin') void this.pins.put(message, action === 'pin');
    else this.asked.set({ action, message });
  }

  protected showFirstUnread(): void {
    const first = this.unread.firstUnreadSeq();
    this.unread.dismiss();
    if (first !== null) void this.reveal(first);
  }

  /** Escape marks the room as read, unless it closes something. */
  protected readAll(event: Event): void {
    const isTaken = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
    const isInField = (event.target as HTMLElement).localName === 'input';
    if (isTaken || isInField || this.unread.firstUnreadSeq() === null) return;
    this.unread.markRead();
    this.showEnd();
  }

  protected loadAgain(): void {
    this.history.forgive();
    this.fill();
  }

  private async open(): Promise<void> {
    this.reader.observe();
    await this.window.recall();
    this.unread.open();
    this.reader.open();
    this.window.moveToEnd();
    this.isOpen.set(true);
    const seq = this.goTo();
    if (seq !== null) await this.reveal(seq);
  }

  private lookForDivider(): void {
    const first = this.unread.firstUnreadSeq();
    this.reader.lookForDivider(first !== null && first < this.window.first());
  }

  /**
   * Runs in the same frame as the change of rows: the pending scroll event fires before any observer, and would take
   * rows below the visible part for a reader who scrolled up.
   */
  private settle(): void {
    this.window.noteRendered();
    const seq = this.window.target();
    const row = seq === null ? null : this.reader.center(seq);
    if (row && seq !== null) {
      this.foundWords.mark(row, { roomId: this.roomId(), seq });
      // If all rows fit, no scroll event reports that the end is visible.
      this.scrolled();
      this.window.target.set(null);
      this.focus.startAt(row);
      highlight(row);
    } else {
      this.reader.settle();
    }
    this.lookForDivider();
    this.fill();
  }

  private fill(): void {
    const { hidden } = this.reader;
    if (hidden) this.window.fill(hidden);
  }
}
