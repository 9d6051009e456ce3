import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Translate } from '../../platform/language/translate';
import { QuotedLine } from '../../parts/quoted-line';
import { momentOf } from '../../platform/time/times';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import type { HeldRoom } from '../../client/rooms/held-room';
import { Pins } from '../../client/rooms/pins';

/** The pinned messages of a room, latest first; each one links to its message. */
@Component({
  selector: 'dcc-pins-panel',
  imports: [ControlLabel, Icon, QuotedLine, RouterLink, Translate],
  host: { class: 'side-panel' },
  template: `
    <aside [attr.aria-label]="'Pinned messages' | t">
      <header>
        <h2>
          {{ 'Pinned' | t }} <small>{{ held().pins.length }}</small>
        </h2>
        <button
          type="button"
          class="icon-button"
          [attr.aria-label]="'Close pinned messages' | t"
          (click)="closed.emit()"
        >
          <dcc-icon name="close" />
        </button>
      </header>
      <ul class="pins">
        @for (pin of latestFirst(); track pin.seq) {
          <li>
            <a
              [routerLink]="['/room', held().room.roomId]"
              [queryParams]="{ at: pin.seq }"
              (click)="chosen.emit(pin.seq)"
            >
              <dcc-quoted-line [roomId]="held().room.roomId" [seq]="pin.seq" />
              <small>{{ 'Pinned {moment}' | t: { moment: moment(pin.ts) } }}</small>
            </a>
            <button
              type="button"
              class="icon-button small"
              [dccLabel]="'Unpin' | t"
              (click)="pins.put({ roomId: held().room.roomId, msgId: pin.msgId }, false)"
            >
              <dcc-icon name="close" />
            </button>
          </li>
        } @empty {
          <li class="quiet">{{ 'No pinned messages. Point at a message and choose Pin.' | t }}</li>
        }
      </ul>
    </aside>
  `,
})
export class PinsPanel {
  readonly held = input.required<HeldRoom>();
  readonly closed = output();
  /** The `seq` of the chosen message. */
  readonly chosen = output<number>();
  protected readonly pins = inject(Pins);
  protected readonly latestFirst = computed(() => this.held().pins.toReversed());
  protected readonly moment = momentOf;
}
