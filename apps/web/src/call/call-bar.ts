import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Rooms } from '../rooms/rooms';
import { Icon } from '../ui/icon';
import { CallControls } from './call-controls';
import { CallProblems } from './call-problems';
import { CurrentCall } from './current-call';

/** The call one is in while another room, or none, is on the page: what one needs of it, and the way back. */
@Component({
  selector: 'dcc-call-bar',
  imports: [CallControls, CallProblems, Icon, RouterLink],
  template: `
    @if (!call.isOnStage() && call.roomId(); as roomId) {
      <section aria-label="Call">
        <dcc-call-problems />
        <a [routerLink]="['/room', roomId]"><dcc-icon name="phone" />{{ roomName() }}</a>
        <dcc-call-controls [compact]="true" />
      </section>
    }
  `,
})
export class CallBar {
  protected readonly call = inject(CurrentCall);
  private readonly rooms = inject(Rooms);
  protected readonly roomName = computed(() => {
    const roomId = this.call.roomId();
    return (roomId && this.rooms.held().get(roomId)?.room.name) ?? 'In a call';
  });
}
