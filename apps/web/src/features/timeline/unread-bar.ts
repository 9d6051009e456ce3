import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import type { HeldRoom } from '../../client/rooms/held-room';
import { Session } from '../../client/session/session';
import { Icon } from '../../platform/design/icon';
import { digestOf, worthSummingUp, type Digest } from '../../client/reading/digest';
import { digestText } from '../../client/reading/unread-text';

/** Sums up the messages that arrived while the reader was away, and jumps to the first one. */
@Component({
  selector: 'dcc-unread-bar',
  imports: [Icon, Translate],
  host: { role: 'region', '[attr.aria-label]': 'label' },
  template: `
    <p>{{ words() }}</p>
    <button type="button" class="text-button" (click)="jumps.emit()">
      <dcc-icon name="up" />{{ 'Jump to first unread' | t }}
    </button>
    <button type="button" class="icon-button small" [attr.aria-label]="'Dismiss' | t" (click)="dismissed.emit()">
      <dcc-icon name="close" />
    </button>
  `,
})
export class UnreadBar {
  readonly held = input.required<HeldRoom>();
  /** The read mark at the reader's arrival. */
  readonly mark = input.required<number>();
  readonly count = input.required<number>();
  readonly jumps = output();
  readonly dismissed = output();

  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly digest = signal<Digest | null>(null);
  protected readonly label = t('What’s new');
  protected readonly words = computed(() => {
    const digest = this.digest();
    return digest ? digestText(digest) : t('{count} new messages', { count: this.count() });
  });

  constructor() {
    effect(() => {
      const [mark, count] = [this.mark(), this.count()];
      untracked(() => {
        this.digest.set(null);
        if (count >= worthSummingUp) void this.sumUp(mark);
      });
    });
  }

  private async sumUp(mark: number): Promise<void> {
    const me = this.session.me();
    const { room, timeline } = this.held();
    if (!me) return;
    const held = digestOf(timeline.messages, mark, timeline.headSeq, me);
    if (held) {
      this.show(held);
      return;
    }
    const reply = await this.connection.ask('read.digest', { roomId: room.roomId, afterSeq: mark });
    if (reply.ok && this.mark() === mark) this.show(reply.value);
  }

  /** The count may include messages that the server has not reported as deleted. If there are no others, nothing is new. */
  private show(digest: Digest): void {
    if (digest.messages === 0) this.dismissed.emit();
    else this.digest.set(digest);
  }
}
