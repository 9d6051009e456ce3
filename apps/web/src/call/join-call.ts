import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Icon } from '../ui/icon';
import { CurrentCall } from './current-call';

/** The way into a room's call, whether it is on already or begins with this. */
@Component({
  selector: 'dcc-join-call',
  imports: [Icon],
  template: `
    @if (!isIn()) {
      <button type="button" class="secondary" aria-label="Join call" (click)="call.join(roomId())">
        <dcc-icon name="phone" /><span>Join call</span>
      </button>
    }
  `,
})
export class JoinCall {
  readonly roomId = input.required<RoomId>();
  protected readonly call = inject(CurrentCall);
  protected readonly isIn = computed(() => this.call.roomId() === this.roomId());
}
