import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  numberAttribute,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Message, RoomId } from '@devchitchat/contracts';
import { injectCache } from '../../client/cache/browser-cache';
import { JoinCall } from '../../features/call/join-call';
import { RoomCall } from '../../features/call/room-call';
import { StorageNotice } from '../notices/storage-notice';
import { Composer } from '../../features/composer/composer';
import { DropTarget } from '../../features/composer/drop-target';
import { Translate } from '../../platform/language/translate';
import { SearchBox } from '../../features/search/search-box';
import { SearchResults } from '../../features/search/search-results';
import { Session } from '../../client/session/session';
import { Timeline } from '../../features/timeline/timeline';
import { ControlLabel } from '../../platform/design/control-label';
import { coverPage } from '../../platform/design/covers';
import { Icon } from '../../platform/design/icon';
import { loadStyleSheet } from '../../platform/design/style-sheet';
import { MembersPanel } from '../../features/members/members-panel';
import { MutedNotice } from '../../features/composer/muted-notice';
import { PageTitle } from '../notices/page-title';
import { NotInRoom } from './not-in-room';
import { FilesPanel } from '../../features/rooms/files-panel';
import { PinsPanel } from '../../features/rooms/pins-panel';
import { RoomBeginning } from './room-beginning';
import { RoomOffers } from '../../features/rooms/room-offers';
import { RoomHead } from './room-head';
import { RoomMenu } from './room-menu';
import { RoomNames } from '../../client/rooms/room-names';
import { Pins } from '../../client/rooms/pins';
import { isLobby } from '../../client/rooms/room-order';
import { Rooms } from '../../client/rooms/rooms';
import { SearchHighlight } from '../../client/timeline/search-highlight';
import { Quotes } from '../../client/timeline/quotes';
import { EmojiHabits } from '../../platform/emoji/emoji-habits';
import { Typing } from '../../client/typing/typing';

/** The page with the styles of files. Without them, which a lost connection may cost, it still works. */
export async function styledRoomPage(): Promise<typeof RoomPage> {
  await loadStyleSheet('files').catch(() => undefined);
  return RoomPage;
}

/** A room: header, call, timeline and composer, with members, pins, files or search results at its side. */
@Component({
  selector: 'dcc-room-page',
  imports: [
    Composer,
    ControlLabel,
    DropTarget,
    FilesPanel,
    Icon,
    JoinCall,
    MembersPanel,
    MutedNotice,
    NotInRoom,
    PinsPanel,
    RoomBeginning,
    RoomCall,
    RoomHead,
    RoomMenu,
    RoomOffers,
    RouterLink,
    SearchBox,
    SearchResults,
    StorageNotice,
    Timeline,
    Translate,
  ],
  providers: [
    SearchHighlight,
    Pins,
    Quotes,
    Typing,
    { provide: EmojiHabits, useFactory: () => new EmojiHabits(inject(Session).me()?.userId ?? '') },
  ],
  templateUrl: './room-page.html',
})
export class RoomPage {
  readonly roomId = input.required<RoomId>();
  /** The `seq` of a message to go to. */
  readonly at = input(null, { transform: (at: string | undefined) => (at ? numberAttribute(at) : null) });

  protected readonly rooms = inject(Rooms);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly cache = injectCache();
  private readonly title = inject(PageTitle);
  private readonly names = inject(RoomNames);
  private readonly timeline = viewChild(Timeline);
  protected readonly results = viewChild<SearchResults>('results');

  protected readonly held = computed(() => this.rooms.held().get(this.roomId()));
  protected readonly name = computed(() => this.names.ofId(this.roomId()) ?? '');
  /** The user is only where everybody is. */
  protected readonly joinedNothing = computed(() =>
    this.rooms.list().every((room) => isLobby(room) || room.forEverybody === true),
  );
  protected readonly side = signal<'members' | 'pins' | 'files' | 'search' | null>(null);
  protected readonly searchText = signal('');
  private readonly box = viewChild<SearchBox>('box');
  /** The room of the search result that the reader chose last. */
  private wentTo: RoomId | null = null;

  constructor() {
    effect(() => {
      if (this.held()) void this.cache.values.set('lastRoom', this.roomId());
    });
    effect(() => {
      this.title.setPlace(this.name() || null);
    });
    inject(DestroyRef).onDestroy(() => {
      this.title.setPlace(null);
    });
    effect((onCleanup) => {
      if (this.side() && this.panelCovers()) onCleanup(coverPage(() => this.closeSide()));
    });
    let panelOf: RoomId | null = null;
    effect(() => {
      const roomId = this.roomId();
      if (panelOf !== null && panelOf !== roomId) untracked(() => this.followed());
      panelOf = roomId;
    });
    let shown: RoomId | null = null;
    effect(() => {
      const roomId = this.roomId();
      const isHeld = this.held() !== undefined;
      // The user left the room, here or on another device.
      if (!isHeld && shown === roomId && this.rooms.ready()) void this.router.navigate(['/']);
      shown = isHeld ? roomId : null;
    });
  }

  protected sent(): void {
    this.timeline()?.showEnd();
  }

  /** Edits the user's last message here, if it is held. */
  protected editLast(composer: Composer): void {
    const me = this.session.me()?.userId;
    const mine = this.held()?.timeline.messages.findLast(({ userId, text }) => userId === me && text !== null);
    if (mine) composer.edit(mine);
  }

  protected search(text: string): void {
    this.searchText.set(text);
    this.side.update((side) => (text.trim() !== '' ? 'search' : side === 'search' ? null : side));
  }

  /**
   * Another room is on the page. Its members are as welcome as those of the one before. Pins and files belong to their room,
   * and
   * search results stay only while the reader walks through them.
   */
  private followed(): void {
    const walks = this.wentTo === this.roomId();
    this.wentTo = null;
    if (this.side() === 'pins' || this.side() === 'files') this.side.set(null);
    if (walks) return;
    if (this.side() === 'search') this.side.set(null);
    this.box()?.clear();
  }

  /**
   * The link itself navigates; the timeline only has to scroll if the address stays the same and no navigation happens.
   */
  protected reveal({ roomId, seq }: Pick<Message, 'roomId' | 'seq'>): void {
    this.wentTo = roomId;
    if (roomId === this.roomId() && seq === this.at()) void this.timeline()?.reveal(seq);
    if (this.panelCovers()) this.side.set(null);
  }

  protected closeSide(): void {
    if (this.side() === 'search') this.box()?.clear();
    this.side.set(null);
  }

  private panelCovers(): boolean {
    return matchMedia('(max-width: 1199px)').matches;
  }

  protected toggle(panel: 'members' | 'pins' | 'files'): void {
    this.side.update((side) => (side === panel ? null : panel));
  }
}
