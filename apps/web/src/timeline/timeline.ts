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
import { Outbox } from '../composer/outbox';
import type { OutboxEntry } from '../composer/outbox-policy';
import { Connection } from '../connection/connection';
import type { HeldRoom } from '../rooms/held-room';
import { Rooms } from '../rooms/rooms';
import { Unread } from '../rooms/unread';
import { Icon } from '../ui/icon';
import { PageVisible } from '../ui/page-visible';
import { History } from './history';
import { MessageArticle } from './message-article';
import { echoesIn, rowsOf } from './rows';
import { ScrollKeeper } from './scroll-keeper';
import { between } from './stretch';
import { dayName, dayOf } from './times';
import { around, atEnd, followsEnd, grownBack, grownOn, shortened, type Window } from './window';

/** Pixels from either edge at which more rows are brought. */
const nearEdge = 1_200;

/** What is said in a room: a window of rows that follows the end, goes back as far as one likes, and never grows long. */
@Component({
  selector: 'dcc-timeline',
  imports: [Icon, MessageArticle],
  providers: [History],
  templateUrl: './timeline.html',
})
export class Timeline {
  readonly held = input.required<HeldRoom>();
  /** A message to go to, by its place. */
  readonly goTo = input<number | null>(null);
  /** What somebody wrote, could not send, and does not want sent any more. */
  readonly discarded = output<string>();

  protected readonly history = inject(History);
  protected readonly outbox = inject(Outbox);
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly unread = inject(Unread);
  private readonly page = inject(PageVisible);

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
    const entries = last === Infinity ? this.outbox.entries().filter(({ roomId }) => roomId === this.roomId()) : [];
    const messages = between(this.messages(), first, last);
    return rowsOf({
      messages,
      before: between(this.messages(), first - 1, first - 1)[0],
      echoes: echoesIn(entries, messages),
      firstUnreadSeq: this.firstUnreadSeq(),
      dayOf,
    });
  });
  protected readonly isAtBeginning = computed(() => this.window().first <= 1);
  protected readonly unseen = computed(() => this.unread.counts().get(this.roomId()) ?? 0);
  protected readonly offersEnd = computed(() => !this.readsEnd());

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
      if (this.page.visible() && this.readsEnd()) this.unread.see(this.roomId(), this.headSeq());
      // What comes while nobody looks is new to whoever comes back.
      if (!this.page.visible()) this.firstUnreadSeq.set(untracked(this.headSeq) + 1);
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
    inject(DestroyRef).onDestroy(() => {
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
    const isHeld = () => between(this.messages(), seq, seq).length > 0;
    if (!isHeld()) await this.history.around(this.roomId(), seq);
    if (!isHeld()) return;
    this.window.set(grownOn(around(this.messages(), seq), this.messages(), this.headSeq()));
    this.readsEnd.set(false);
    this.target.set(seq);
  }

  protected dayName(ts: number): string {
    return dayName(ts, Date.now());
  }

  protected scrolled(): void {
    this.keeper?.noteScroll(followsEnd(this.window()));
    this.readsEnd.set(this.keeper?.isAtEnd ?? true);
    this.fill();
  }

  protected discard(entry: OutboxEntry): void {
    this.outbox.discard(entry);
    this.discarded.emit(entry.text);
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
    if (this.unread.counts().has(this.roomId())) this.firstUnreadSeq.set(this.unread.seenSeq(this.roomId()) + 1);
    this.keeper = new ScrollKeeper(scroller, content);
    this.window.set(atEnd(this.messages(), this.headSeq()));
    this.opened.set(true);
    const seq = this.goTo();
    if (seq !== null) await this.reveal(seq);
  }

  private settle(): void {
    this.isStale = false;
    const target = this.target();
    const row = target === null ? null : this.content().nativeElement.querySelector(`[data-seq="${String(target)}"]`);
    if (row && this.keeper) {
      this.keeper.center(row);
      this.target.set(null);
      row.classList.add('shown');
      setTimeout(() => {
        row.classList.remove('shown');
      }, 2_000);
    } else {
      this.keeper?.settle();
    }
    this.fill();
  }

  /** Brings rows for the edges that are near, from what is held, else from the server. */
  private fill(): void {
    const { keeper } = this;
    if (!keeper || this.isStale || this.history.loading() || this.history.problem()) return;
    const window = this.window();
    if (keeper.above < nearEdge && window.first > 1)
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
