import { computed, DestroyRef, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Message } from '@devchitchat/contracts';
import { injectCache } from '../../client/cache/browser-cache';
import { Connection } from '../../client/connection/connection';
import { between } from '../../client/messages/stretch';
import type { HeldRoom } from '../../client/rooms/held-room';
import { historyStart } from '../../client/rooms/room-order';
import { Rooms } from '../../client/rooms/rooms';
import { Session } from '../../client/session/session';
import { ComingsAndGoings } from '../../client/timeline/comings-and-goings';
import { History } from '../../client/timeline/history';
import { around, atEnd, followsEnd, grownBack, grownOn, shortened, type Window } from './window';

/** Pixels from either edge at which the window grows. */
const nearEdge = 1_200;

/** Pixels of rows above and below the visible part. */
interface Hidden {
  readonly above: number;
  readonly below: number;
}

/**
 * The rendered stretch of a room's messages: it follows the end, grows towards the edge the reader approaches, and
 * stays within a limit. Fetches messages that are not held. Created by the timeline, in its injection context.
 */
export class MessageWindow {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly session = inject(Session);
  private readonly comingsAndGoings = inject(ComingsAndGoings);
  readonly history = inject(History);

  private readonly window = signal<Window>({ first: Infinity, last: Infinity });
  private readonly roomId = computed(() => this.held().room.roomId);
  private readonly all = computed(() => this.held().timeline.messages);
  private readonly headSeq = computed(() => this.held().timeline.headSeq);
  private readonly start = computed(() => historyStart(this.held().members, this.session.me()?.userId));
  /** The window changed and is not rendered yet, so pixels measured now belong to the previous one. */
  private isStale = false;

  /** The reader sees the newest message. */
  readonly isReaderAtEnd = signal(true);
  /** The message that the window was moved to, until its row is scrolled to. */
  readonly target = signal<number | null>(null);
  readonly first = computed(() => this.window().first);
  /** More messages can be fetched. */
  readonly canFetch = computed(() => this.connection.state() === 'online');
  readonly followsEnd = computed(() => followsEnd(this.window()));
  readonly isAtBeginning = computed(() => this.first() <= this.start());
  readonly messages = computed(() => between(this.all(), this.first(), this.window().last));
  /** The lines about the room. A direct conversation has only those about calls: its people never change. */
  private readonly lines = computed(() => {
    const { room, timeline } = this.held();
    return room.kind === 'direct'
      ? timeline.lines.filter(({ kind }) => kind === 'called')
      : this.comingsAndGoings.among(timeline.lines);
  });
  /** The message before the window, if it is held. */
  private readonly messageBefore = computed(() => between(this.all(), this.first() - 1, this.first() - 1)[0]);

  /** The rendered stretch of the room, as `rowsOf` takes it. */
  readonly stretch = computed(() => ({
    messages: this.messages(),
    lines: this.lines(),
    isAtBeginning: this.isAtBeginning(),
    followsEnd: this.followsEnd(),
    before: this.messageBefore(),
  }));

  constructor(private readonly held: Signal<HeldRoom>) {
    effect(() => {
      const messages = this.all();
      const isReaderAtEnd = this.isReaderAtEnd();
      untracked(() => {
        this.window.update((window) => shortened(window, messages, isReaderAtEnd));
      });
    });
    injectCache()
      .recoveries.pipe(takeUntilDestroyed())
      .subscribe(() => void this.recall());
    inject(DestroyRef).onDestroy(() => {
      this.rooms.trimHistory(this.roomId());
    });
  }

  /** Loads the messages that this browser stored. */
  recall(): Promise<void> {
    return this.rooms.recallMessages(this.roomId());
  }

  moveToEnd(): void {
    this.window.set(atEnd(this.all(), this.headSeq()));
    this.isReaderAtEnd.set(true);
  }

  /** Moves the window around a message, and fetches it if necessary. */
  async moveTo(seq: number): Promise<void> {
    // Read from the store: the input `held` updates only with the next rendering.
    const messages = (): readonly Message[] => this.rooms.held().get(this.roomId())?.timeline.messages ?? [];
    const isHeld = (): boolean => between(messages(), seq, seq).length > 0;
    if (!isHeld()) await this.history.around(this.roomId(), seq);
    if (!isHeld()) return;
    this.window.set(grownOn(around(messages(), seq), messages(), this.headSeq()));
    this.isReaderAtEnd.set(false);
    this.target.set(seq);
  }

  /** The rows on the page are those of the window. */
  noteRendered(): void {
    this.isStale = false;
  }

  /** Grows the window towards a near edge, from held messages or else from the server. */
  fill({ above, below }: Hidden): void {
    if (this.isStale || this.history.loading() || this.history.problem()) return;
    const window = this.window();
    if (above < nearEdge && window.first > this.start())
      this.grow(grownBack(window, this.all()), 'before', window.first);
    else if (below < nearEdge && !followsEnd(window)) {
      this.grow(grownOn(window, this.all(), this.headSeq()), 'after', window.last);
    }
  }

  private grow(grown: Window, direction: 'before' | 'after', edge: number): void {
    const { first, last } = this.window();
    if (grown.first !== first || grown.last !== last) {
      this.isStale = true;
      this.window.set(grown);
    } else if (this.canFetch()) {
      void this.history[direction](this.roomId(), edge);
    }
  }
}
