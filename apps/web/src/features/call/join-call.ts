import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';

/** Button that joins a room's call or starts one. */
@Component({
  selector: 'dcc-join-call',
  imports: [Icon, Translate],
  template: `
    @if (!isIn()) {
      <button
        type="button"
        class="secondary"
        [attr.aria-label]="'Join call' | t"
        (pointerenter)="launcher.prefetch()"
        (focus)="launcher.prefetch()"
        (click)="launcher.join(roomId())"
      >
        <dcc-icon name="phone" /><span>{{ 'Join call' | t }}</span>
      </button>
    }
  `,
})
export class JoinCall {
  readonly roomId = input.required<RoomId>();
  protected readonly launcher = inject(CallLauncher);
  private readonly currentCall = inject(CurrentCall);
  protected readonly isIn = computed(() => this.currentCall.roomId() === this.roomId());
}
