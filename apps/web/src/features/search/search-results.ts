import {
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
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import {
  isEvent,
  type messagingCommands,
  messagingEvents,
  type Message,
  type MsgId,
  type ValueOf,
} from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { directionOf } from '../../platform/language/direction';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { wholeLine } from '../../client/messages/one-line';
import { Directory } from '../../client/people/directory';
import { localTimeZone } from '../../platform/time/days';
import { Today } from '../../platform/time/today';
import type { HeldRoom } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { Rooms } from '../../client/rooms/rooms';
import { shortMomentOf } from '../../platform/time/times';
import { Avatar } from '../../parts/avatar';
import { Icon } from '../../platform/design/icon';
import { SearchHighlight } from '../../client/timeline/search-highlight';
import { SearchNotes } from './search-notes';
import { snippetParts } from './snippet';

type Answer = ValueOf<typeof messagingCommands.searchQuery>;
type Unknown = Answer['unknown'][number];

/** The results of a search; each one links to its message. */
@Component({
  selector: 'dcc-search-results',
  imports: [Avatar, Icon, RouterLink, SearchNotes, Translate],
  host: { class: 'side-panel', '(keydown)': 'keyed($event)' },
  templateUrl: './search-results.html',
})
export class SearchResults {
  readonly text = input.required<string>();
  readonly here = input.required<HeldRoom>();
  readonly closed = output();
  readonly chosen = output<Message>();
  /** Asks to move the focus back to the box. */
  readonly left = output();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly names = inject(RoomNames);
  private readonly rooms = inject(Rooms);
  private readonly words = inject(SearchHighlight);
  private readonly today = inject(Today);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly onlyHere = signal(false);
  /** Events of the room change the room, not the query. */
  private readonly hereId = computed(() => this.here().room.roomId);
  protected readonly sort = signal<'best' | 'newest'>('best');
  protected readonly problem = signal('');
  protected readonly loading = signal(false);
  private readonly answer = signal<Answer | null>(null);
  /** Counts answered searches: each has rows of its own, because a row that moved up among others would look like a jump. */
  private readonly question = signal(0);
  protected readonly more = computed(() => this.answer()?.more ?? false);
  protected readonly isCutShort = computed(() => this.answer()?.complete === false);
  protected readonly unknown = computed(() => this.answer()?.unknown.map(unknownOperatorText) ?? []);
  protected readonly isToldMore = computed(
    () => this.problem() !== '' || this.unknown().length > 0 || this.isCutShort(),
  );
  /** Limited to the user's current rooms: results disappear when the user is removed from a room. */
  protected readonly found = computed(() =>
    this.answer()?.hits.flatMap(({ message, snippet }) => {
      const held = this.rooms.held().get(message.roomId);
      if (!held) return [];
      return {
        key: `${String(this.question())} ${message.msgId}`,
        message,
        parts: snippetParts(searchedLine(message, this.directory), snippet),
        direction: directionOf(snippet),
        author: this.directory.nameOf(message.userId),
        room: this.names.of(held),
        moment: shortMomentOf(message.ts, this.today.start()),
      };
    }),
  );
  /** Counts searches: replies may arrive out of order. */
  private asked = 0;

  constructor() {
    effect(() => {
      this.text();
      this.sort();
      if (this.onlyHere()) this.hereId();
      untracked(() => void this.search());
    });
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (isEvent(messagingEvents.messageEdited, event) || isEvent(messagingEvents.messageDeleted, event))
        this.forget(event.body.msgId);
    });
    inject(DestroyRef).onDestroy(() => {
      this.words.clear();
    });
  }

  /** Focuses the first result, for users who come from the box by keyboard. */
  focusFirst(): void {
    this.links()[0]?.focus();
  }

  protected search(): Promise<void> {
    return this.ask(0);
  }

  protected async showMore(): Promise<void> {
    if (this.loading()) return;
    await this.ask(this.answer()?.hits.length ?? 0);
  }

  protected choose(hit: { readonly message: Message; readonly parts: ReturnType<typeof snippetParts> }): void {
    this.words.keep(
      hit.message,
      hit.parts.flatMap(({ text, isMatch }) => (isMatch ? [text] : [])),
    );
    this.chosen.emit(hit.message);
  }

  protected keyed(event: KeyboardEvent): void {
    const links = this.links();
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') this.closed.emit();
    else if (at === -1) return;
    else if (event.key === 'ArrowUp' && at === 0) this.left.emit();
    else if (event.key === 'ArrowUp') links[at - 1]?.focus();
    else if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'Home') links[0]?.focus();
    else if (event.key === 'End') links.at(-1)?.focus();
    else return;
    event.preventDefault();
  }

  private async ask(offset: number): Promise<void> {
    const asked = ++this.asked;
    this.loading.set(true);
    const reply = await this.connection.ask('search.query', {
      text: this.text(),
      sort: this.sort(),
      offset,
      ...localTimeZone(),
      ...(this.onlyHere() && { roomId: this.hereId() }),
    });
    if (asked !== this.asked) return;
    this.loading.set(false);
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (!reply.ok) return;
    const { value } = reply;
    if (offset === 0) this.question.update((count) => count + 1);
    const before = offset === 0 ? [] : (this.answer()?.hits ?? []);
    const known = new Set(before.map(({ message }) => message.msgId));
    this.answer.set({ ...value, hits: [...before, ...value.hits.filter(({ message }) => !known.has(message.msgId))] });
  }

  /** Drops a result whose message was edited or deleted. */
  private forget(msgId: MsgId): void {
    this.answer.update((answer) =>
      answer ? { ...answer, hits: answer.hits.filter(({ message }) => message.msgId !== msgId) } : answer,
    );
  }

  private links(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('.hits a, .hits + button')];
  }
}

/** A message with the names and descriptions of its files, in which the server finds words too. */
const searchedLine = ({ text, files = [] }: Message, directory: Directory): string =>
  [wholeLine(text ?? '', directory), ...files.flatMap(({ name, alt }) => [name, alt ?? ''])]
    .filter((part) => part !== '')
    .join(' · ');

function unknownOperatorText({ operator, value }: Unknown): string {
  switch (operator) {
    case 'from':
    case 'mentions':
      return t('There’s no one called “{name}” here.', { name: value });
    case 'in':
      return t('You’re not in a room called “{room}”.', { room: value });
    case 'has':
      return t('has: takes “link”, “code”, “image”, “video”, “audio” or “file”.');
    case 'is':
      return t('is: takes “pinned”.');
    default:
      return t('“{date}” isn’t a date. Write 2026-11-01, 2026-11 or 2026.', { date: value });
  }
}
