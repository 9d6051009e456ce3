import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { RoomLevels } from '../../client/notifications/room-levels';
import { RoomAttention } from '../../client/reading/room-attention';

/**
 * Unread counts and a draft, at the end of a room's row. The messages that the room's level tells the user of stand out;
 * the tab's title has their sum. Hidden from assistive technology, because the link's description contains it. The style
 * sheet shows the counts: as text they would be part of the link's visible label, and so of what people say to click it.
 */
@Component({
  selector: 'dcc-unread-badge',
  imports: [Icon, Translate],
  host: { 'aria-hidden': 'true' },
  template: `
    @if (waiting.hasDraft(roomId()) && !here()) {
      <span class="draft" [title]="'Draft' | t"><dcc-icon name="edit" /></span>
    }
    @if (mentions()) {
      <span class="badge" [class.mine]="level() === 'mentions'" [attr.data-text]="'@' + mentions()"></span>
    }
    @if (messages()) {
      <span class="badge" [class.mine]="level() === 'all'" [attr.data-text]="messages()"></span>
    }
  `,
})
export class UnreadBadge {
  readonly roomId = input.required<RoomId>();
  /** It is the open room, which shows the draft itself. */
  readonly here = input(false);
  /** A direct conversation, where every message is addressed to the user. */
  readonly direct = input(false, { transform: booleanAttribute });
  protected readonly waiting = inject(RoomAttention);
  private readonly levels = inject(RoomLevels);
  protected readonly level = computed(() => this.levels.levelOf(this.roomId()));
  private readonly unread = computed(() => this.waiting.unreadIn(this.roomId()));
  protected readonly messages = computed(() => short(this.unread()?.messages ?? 0));
  protected readonly mentions = computed(() => (this.direct() ? '' : short(this.unread()?.mentions ?? 0)));
}

const short = (count: number): string => (count > 99 ? '99+' : count > 0 ? String(count) : '');
