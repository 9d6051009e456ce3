import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { CallEntrance } from '../../client/call/call-entrance';

/** The way into a room's call, whether it is on already or begins with this. */
@Component({
  selector: 'dcc-join-call',
  imports: [Icon, Translate],
  template: `
    @if (!isIn()) {
      <button
        type="button"
        class="secondary"
        [attr.aria-label]="'Join call' | t"
        (pointerenter)="entrance.prepare()"
        (focus)="entrance.prepare()"
        (click)="entrance.enter(roomId())"
      >
        <dcc-icon name="phone" /><span>{{ 'Join call' | t }}</span>
      </button>
    }
  `,
})
export class JoinCall {
  readonly roomId = input.required<RoomId>();
  protected readonly entrance = inject(CallEntrance);
  protected readonly isIn = computed(() => this.entrance.roomId() === this.roomId());
}
