import {
  afterNextRender,
  afterRenderEffect,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { RoomLevels } from '../../client/notifications/room-levels';
import type { SectionName } from '../../client/rooms/folded-sections';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { outOfSight, type Extent } from './out-of-sight';

interface Row extends Extent {
  readonly link: HTMLElement;
}

/** Rows out of sight that wait to be read. */
interface Waiting {
  readonly count: number;
  /** One of them is addressed to the user. */
  readonly mine: boolean;
}

/**
 * The scrolled rows of a section of the sidebar. Keeps the room on the page in sight, and says in the section's
 * heading how many unread rooms are beyond its edges. The links carry `data-room`, and the class `unread`.
 */
@Component({
  selector: 'dcc-room-scroll',
  imports: [ControlLabel, Icon, Translate],
  template: `
    <div #scroller class="scroll" [id]="'sidebar-' + section()" (scroll)="look()"><ng-content /></div>
    <div class="more-unread">
      @if (above(); as rows) {
        <button
          type="button"
          [class.mine]="rows.mine"
          [dccLabel]="'{count} more unread' | t: { count: rows.count }"
          (click)="show(-1)"
        >
          <dcc-icon name="up" />{{ rows.count }}
        </button>
      }
      @if (below(); as rows) {
        <button
          type="button"
          [class.mine]="rows.mine"
          [dccLabel]="'{count} more unread' | t: { count: rows.count }"
          (click)="show(1)"
        >
          <dcc-icon name="down" />{{ rows.count }}
        </button>
      }
    </div>
  `,
})
export class RoomScroll {
  readonly section = input.required<SectionName>();
  /** The listed rooms, in their order. */
  readonly roomIds = input.required<readonly RoomId[]>();
  private readonly levels = inject(RoomLevels);
  private readonly onPage = inject(RoomOnPage);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  protected readonly above = signal<Waiting | null>(null);
  protected readonly below = signal<Waiting | null>(null);
  /** The room that was brought into sight last. The user may scroll away from it. */
  private shown: RoomId | null = null;
  private isShownInSight = false;

  constructor() {
    afterRenderEffect(() => {
      const here = this.onPage.roomId();
      const isListed = here !== null && this.roomIds().includes(here);
      untracked(() => {
        const listed = isListed ? here : null;
        if (listed === this.shown) return;
        this.shown = listed;
        if (listed) this.bringIntoSight(listed);
        this.look();
      });
    });
    afterRenderEffect(() => {
      for (const roomId of this.roomIds()) this.levels.toldIn(roomId);
      untracked(() => this.keepInSight());
    });
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.keepInSight());
      observer.observe(this.element);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  protected look(): void {
    const { above, below } = this.outOfSight();
    this.above.set(waitingIn(above));
    this.below.set(waitingIn(below));
    this.isShownInSight = this.shown !== null && this.inSight(this.shown);
  }

  /** Scrolls to the nearest unread room in a direction, and focuses it, because the button may be gone then. */
  protected show(direction: 1 | -1): void {
    const { above, below } = this.outOfSight();
    const row = direction === 1 ? below[0] : above.at(-1);
    row?.link.scrollIntoView({ block: 'nearest' });
    row?.link.focus({ preventScroll: true });
  }

  /** Called when the rows or their space changed, neither of which may push the room on the page out of sight. */
  private keepInSight(): void {
    if (this.shown && this.isShownInSight) this.bringIntoSight(this.shown);
    this.look();
  }

  private bringIntoSight(roomId: RoomId): void {
    if (!this.inSight(roomId)) this.linkTo(roomId)?.scrollIntoView({ block: 'nearest' });
  }

  private inSight(roomId: RoomId): boolean {
    const row = this.linkTo(roomId)?.getBoundingClientRect();
    const sight = this.element.getBoundingClientRect();
    return row !== undefined && row.top >= sight.top && row.bottom <= sight.bottom;
  }

  private linkTo(roomId: RoomId): HTMLElement | null {
    return this.element.querySelector(`[data-room="${roomId}"]`);
  }

  private outOfSight(): { readonly above: readonly Row[]; readonly below: readonly Row[] } {
    const sight = this.element.getBoundingClientRect();
    // On a phone the sidebar is not on the page of a room.
    if (sight.height === 0) return { above: [], below: [] };
    const rows = [...this.element.querySelectorAll<HTMLElement>('.unread:not(.hushed)')].map((link) => {
      const { top, bottom } = link.getBoundingClientRect();
      return { link, top, bottom };
    });
    return outOfSight(rows, sight);
  }

  private get element(): HTMLElement {
    return this.scroller().nativeElement;
  }
}

const waitingIn = (rows: readonly Row[]): Waiting | null =>
  rows.length > 0 ? { count: rows.length, mine: rows.some(({ link }) => link.querySelector('.mine') !== null) } : null;
