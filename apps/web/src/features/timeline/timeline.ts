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
import type { Message, UserId } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import type { OutboxEntry } from '../../client/unsent/outbox-policy';
import { Connection } from '../../client/connection/connection';
import { ReadMarks } from '../../client/reading/read-marks';
import { SeenBy } from './seen-by';
import { lastOf, readersOf } from '../../client/reading/unread';
import { UnreadBar } from './unread-bar';
import { Translate } from '../../platform/language/translate';
import { PersonCard } from '../../parts/person-card';
import { Today } from '../../platform/time/today';
import type { HeldRoom } from '../../client/rooms/held-room';
import { isModerator, roleIn } from '../../client/rooms/member-rights';
import { historyStart } from '../../client/rooms/room-order';
import { Pins } from '../../client/rooms/pins';
import { Rooms } from '../../client/rooms/rooms';
import { FoundWords } from '../../client/timeline/found-words';
import { Session } from '../../client/session/session';
import { Icon } from '../../platform/design/icon';
import { PageVisible } from '../../platform/design/page-visible';
import { DeleteMessage } from './delete-message';
import { History } from '../../client/timeline/history';
import { Jump } from '../../client/timeline/jump';
import type { MessageAction } from './message-actions';
import { MessageArticle } from './message-article';
import { MessageHistory } from './message-history';
import { ReactTo } from './react-to';
import { changesIn, echoesIn, rowsOf } from './rows';
import { ScrollKeeper } from './scroll-keeper';
import { between } from '../../client/messages/stretch';
import { dayName, dayOf } from '../../platform/time/times';
import { around, atEnd, followsEnd, grownBack, grownOn, shortened, type Window } from './window';

/** Pixels from either edge at which more rows are brought. */
const nearEdge = 1_200;

/** What is said in a room: a window of rows that follows the end, goes back as far as one likes, and never grows long. */
@Component({
  selector: 'dcc-timeline',
  imports: [DeleteMessage, Icon, MessageArticle, MessageHistory, PersonCard, ReactTo, SeenBy, Translate, UnreadBar],
  providers: [History],
  templateUrl: './timeline.html',
  host: { '(document:keydown.escape)': 'readAll($event)' },
})
export class Timeline {
  readonly held = input.required<HeldRoom>();
  /** A message to go to, by its place. */
  readonly goTo = input<number | null>(null);
  /** What somebody wrote, could not send, and does not want sent any more. */
  readonly discarded = output<string>();
  /** One's own message, to be edited. */
  readonly edits = output<Message>();
  /** A message to be answered. */
  readonly replies = output<Message>();

  protected readonly history = inject(History);
  protected readonly outbox = inject(Outbox);
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly reading = inject(ReadMarks);
  protected readonly pins = inject(Pins);
  private readonly page = inject(PageVisible);
  private readonly foundWords = inject(FoundWords);
  private readonly today = inject(Today);

  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  private readonly roomId = computed(() => this.held().room.roomId);
  private readonly messages = computed(() => this.held().timeline.messages);
  private readonly headSeq = computed(() => this.held().timeline.headSeq);

  private readonly window = signal<Window>({ first: Infinity, last: Infinity });
  /** False until the room's kept messages are back: nothing on the screen can have been read before. */
  private readonly opened = signal(false);
  private readonly readsEnd = signal(true);
  private readonly firstUnreadSeq = signal<number | null>(null);
  protected readonly target = signal<number | null>(null);
  private keeper: ScrollKeeper | undefined;
  /** The window has changed and the page does not show it yet: what is measured now is of before. */
  private isStale = false;

  protected readonly rows = computed(() => {
    const { first, last } = this.window();
    const entries = this.outbox.entries().filter(({ roomId }) => roomId === this.roomId());
    const messages = between(this.messages(), first, last);
    return rowsOf({
      messages,
      before: between(this.messages(), first - 1, first - 1)[0],
      echoes: last === Infinity ? echoesIn(entries, messages) : [],
      changes: changesIn(entries),
      firstUnreadSeq: this.firstUnreadSeq(),
      dayOf,
    });
  });
  private readonly start = computed(() => historyStart(this.held().members, this.session.me()?.userId));
  protected readonly isAtBeginning = computed(() => this.window().first <= this.start());
  protected readonly unseen = computed(() => this.reading.unread().get(this.roomId())?.messages ?? 0);
  /** What was new when one came, and where it began; until it was looked at. */
  protected readonly arrival = signal<{ readonly mark: number; readonly count: number } | null>(null);
  /** The line before what is new is further up than what is in sight. */
  protected readonly isDividerAbove = signal(false);
  /** The last thing one said oneself, and who has read it. */
  protected readonly seen = computed(() => {
    const mine = lastOf(this.messages(), this.session.me()?.userId);
    const userIds = mine ? readersOf(this.held().members, mine) : [];
    return mine && userIds.length > 0 ? { seq: mine.seq, userIds } : null;
  });
  protected readonly pinned = computed(() => new Set(this.held().pins.map(({ seq }) => seq)));
  protected readonly moderates = computed(() => isModerator(roleIn(this.held(), this.session.me())));
  /** What one was about to do with which message, where that takes a dialog. */
  protected readonly asked = signal<{ readonly action: MessageAction; readonly message: Message } | null>(null);
  /** Whom one wants to know more about. */
  protected readonly person = signal<UserId | null>(null);
  protected readonly offersEnd = computed(() => !this.readsEnd());
  /** The day of what is read, where the line that names it may be far above. */
  protected readonly dayInSight = signal('');

  constructor() {
    afterNextRender(() => void this.open());
    afterRenderEffect(() => {
      this.rows();
      this.history.loading();
      untracked(() => {
        this.settle();
      });
    });
    effect(() => {
      const messages = this.messages();
      const readsEnd = this.readsEnd();
      untracked(() => {
        this.window.update((window) => shortened(window, messages, readsEnd));
      });
    });
    effect(() => {
      if (!this.opened()) return;
      if (this.page.visible() && this.readsEnd()) this.reading.see(this.roomId(), this.headSeq());
    });
    effect(() => {
      if (!this.opened()) return;
      const isSeen = this.page.visible();
      untracked(() => {
        if (isSeen) this.arrive();
        // What comes while nobody looks is new to whoever comes back.
        else if (this.unseen() === 0) this.firstUnreadSeq.set(this.headSeq() + 1);
      });
    });
    effect(() => {
      const seq = this.goTo();
      if (seq !== null && untracked(this.opened)) untracked(() => void this.reveal(seq));
    });
    effect(() => {
      if (this.connection.state() !== 'online') return;
      this.history.forgive();
      untracked(() => {
        this.fill();
      });
    });
    const jumps = inject(Jump).repeated.subscribe(({ roomId, seq }) => {
      if (roomId === this.roomId()) void this.reveal(seq);
    });
    inject(DestroyRef).onDestroy(() => {
      jumps.unsubscribe();
      this.rooms.rest(this.roomId());
    });
  }

  /** Goes to the newest message and stays with what comes. */
  showEnd(): void {
    this.window.set(atEnd(this.messages(), this.headSeq()));
    this.readsEnd.set(true);
    this.keeper?.stick();
  }

  /** Brings a message into sight, from the server if need be. */
  async reveal(seq: number): Promise<void> {
    // Of the rooms themselves: what was just laid into them is an input of this only when the page is drawn again.
    const messages = () => this.rooms.held().get(this.roomId())?.timeline.messages ?? [];
    const isHeld = () => between(messages(), seq, seq).length > 0;
    if (!isHeld()) await this.history.around(this.roomId(), seq);
    if (!isHeld()) return;
    this.window.set(grownOn(around(messages(), seq), messages(), this.headSeq()));
    this.readsEnd.set(false);
    this.target.set(seq);
  }

  protected dayName(ts: number): string {
    return dayName(ts, this.today.start());
  }

  protected scrolled(): void {
    this.keeper?.noteScroll(followsEnd(this.window()));
    this.readsEnd.set(this.keeper?.isAtEnd ?? true);
    this.lookForDay();
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
    else if (action === 'unread') this.markUnread(message.seq);
    else if (action === 'pin' || action === 'unpin') void this.pins.put(message, action === 'pin');
    else this.asked.set({ action, message });
  }

  protected dismiss(): void {
    this.arrival.set(null);
  }

  protected showFirstUnread(): void {
    const first = this.firstUnreadSeq();
    this.arrival.set(null);
    if (first !== null) void this.reveal(first);
  }

  /** Escape, where it closes nothing: all of this is read. */
  protected readAll(event: Event): void {
    const isTaken = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
    if (isTaken || (event.target as HTMLElement).localName === 'input' || this.firstUnreadSeq() === null) return;
    this.reading.markRead(this.roomId());
    this.firstUnreadSeq.set(null);
    this.arrival.set(null);
    this.showEnd();
  }

  /** From message to message, by the arrow keys. */
  protected moveFocus(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || target.localName !== 'article') return;
    const articles = [...this.content().nativeElement.querySelectorAll('article')];
    articles[articles.indexOf(target) + step]?.focus();
    event.preventDefault();
  }

  protected loadAgain(): void {
    this.history.forgive();
    this.fill();
  }

  private async open(): Promise<void> {
    const [scroller, content] = [this.scroller().nativeElement, this.content().nativeElement];
    const observer = new ResizeObserver(() => this.keeper?.settle());
    observer.observe(scroller);
    observer.observe(content);
    await this.rooms.recallMessages(this.roomId());
    this.reading.open(this.roomId());
    if (this.unseen() > 0) this.firstUnreadSeq.set(this.reading.markIn(this.roomId()) + 1);
    this.keeper = new ScrollKeeper(scroller, content);
    this.window.set(atEnd(this.messages(), this.headSeq()));
    this.opened.set(true);
    const seq = this.goTo();
    if (seq !== null) await this.reveal(seq);
  }

  /** How much came since one looked last. */
  private arrive(): void {
    const mark = (this.firstUnreadSeq() ?? Infinity) - 1;
    const count = this.headSeq() - mark;
    this.arrival.set(count > 0 ? { mark, count } : null);
  }

  private markUnread(seq: number): void {
    this.reading.markUnread(this.roomId(), seq);
    this.firstUnreadSeq.set(seq);
    this.arrival.set(null);
  }

  private lookForDay(): void {
    const time = this.keeper?.firstRow?.querySelector('time');
    this.dayInSight.set(time ? this.dayName(Date.parse(time.dateTime)) : '');
  }

  private lookForDivider(): void {
    const first = this.firstUnreadSeq();
    const line = this.content().nativeElement.querySelector('.unread-line');
    const top = this.scroller().nativeElement.getBoundingClientRect().top;
    if (line) this.isDividerAbove.set(line.getBoundingClientRect().bottom < top);
    else this.isDividerAbove.set(first !== null && first < this.window().first);
  }

  /**
   * After the rows changed, at once: the scroll event of the last time comes before any observer, and would find rows below
   * what is in sight and take that for a reader who went up.
   */
  private settle(): void {
    this.isStale = false;
    const target = this.target();
    const row = target === null ? null : this.content().nativeElement.querySelector(`[data-seq="${String(target)}"]`);
    if (row && this.keeper) {
      this.keeper.center(row);
      if (target !== null) this.foundWords.mark(row, { roomId: this.roomId(), seq: target });
      // Where all there is fits, nothing scrolls that could tell that the end is in sight.
      this.scrolled();
      this.target.set(null);
      row.classList.add('shown');
      setTimeout(() => {
        row.classList.remove('shown');
      }, 2_000);
    } else {
      this.keeper?.settle();
    }
    this.lookForDivider();
    this.fill();
  }

  /** Brings rows for the edges that are near, from what is held, else from the server. */
  private fill(): void {
    const { keeper } = this;
    if (!keeper || this.isStale || this.history.loading() || this.history.problem()) return;
    const window = this.window();
    if (keeper.above < nearEdge && window.first > this.start())
      this.grow(grownBack(window, this.messages()), 'before', window.first);
    else if (keeper.below < nearEdge && !followsEnd(window)) {
      this.grow(grownOn(window, this.messages(), this.headSeq()), 'after', window.last);
    }
  }

  private grow(grown: Window, direction: 'before' | 'after', edge: number): void {
    const { first, last } = this.window();
    if (grown.first !== first || grown.last !== last) {
      this.isStale = true;
      this.window.set(grown);
    } else if (this.connection.state() === 'online') {
      void this.history[direction](this.roomId(), edge);
    }
  }
}
