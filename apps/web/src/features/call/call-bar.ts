import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { RoomNames } from '../../client/rooms/room-names';
import { Icon } from '../../platform/design/icon';
import { CallControls } from './call-controls';
import { CallProblems } from './call-problems';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';

/** The current call while its room is not on the page: controls and a link to the room. */
@Component({
  selector: 'dcc-call-bar',
  imports: [CallControls, CallProblems, Icon, RouterLink, Translate],
  template: `
    @if (launcher.isReady() && call.roomId(); as roomId) {
      <section [attr.aria-label]="'Call' | t">
        <dcc-call-problems />
        <a [routerLink]="['/room', roomId]"
          ><dcc-icon name="phone" /><bdi>{{ roomName() }}</bdi></a
        >
        <dcc-call-controls [compact]="true" />
      </section>
    }
  `,
})
export class CallBar {
  protected readonly call = inject(CurrentCall);
  protected readonly launcher = inject(CallLauncher);
  private readonly names = inject(RoomNames);
  protected readonly roomName = computed(() => {
    const roomId = this.call.roomId();
    return (roomId && this.names.ofId(roomId)) ?? t('In a call');
  });
}
