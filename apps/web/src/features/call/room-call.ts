import { Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { Icon } from '../../platform/design/icon';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { CallEndedNotice } from './call-ended-notice';
import { CallStage } from './call-stage';
import { CallStrip } from './call-strip';
import { Calls } from '../../client/call/state/calls';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';
import { RejoinNotice } from './rejoin-notice';

/** The call of the room on the page: the stage for participants, the list of participants for everyone else. */
@Component({
  selector: 'dcc-room-call',
  imports: [CallEndedNotice, CallStage, CallStrip, Icon, Translate, RejoinNotice],
  template: `
    @if (isIn()) {
      @defer (when launcher.isReady()) {
        <dcc-call-stage />
      } @placeholder {
        <section class="entering" [attr.aria-label]="'Call' | t">
          <p class="quiet">{{ 'Joining the call…' | t }}</p>
        </section>
      }
    } @else {
      <dcc-call-ended-notice [roomId]="roomId()" />
      @if (isElsewhere()) {
        <p class="notice" role="status">
          <span>{{ 'You’re in this call in another tab or on another device. Move it here?' | t }}</span>
          <button type="button" class="text-button" (click)="launcher.moveHere(roomId())">{{ 'Move here' | t }}</button>
          <button
            type="button"
            class="icon-button small"
            [attr.aria-label]="'Close' | t"
            (click)="currentCall.dismissElsewhere()"
          >
            <dcc-icon name="close" />
          </button>
        </p>
      } @else if (rejoinOffer.roomId() === roomId()) {
        <dcc-rejoin-notice [roomId]="roomId()" [isHere]="true" />
      }
      <dcc-call-strip [roomId]="roomId()" />
    }
  `,
})
export class RoomCall {
  readonly roomId = input.required<RoomId>();
  protected readonly launcher = inject(CallLauncher);
  protected readonly currentCall = inject(CurrentCall);
  protected readonly rejoinOffer = inject(RejoinOffer);
  private readonly calls = inject(Calls);
  private readonly session = inject(Session);

  protected readonly isIn = computed(() => this.currentCall.roomId() === this.roomId());
  protected readonly isElsewhere = computed(() => {
    const me = this.session.me()?.userId;
    const isOffered = this.currentCall.elsewhere() === this.roomId();
    return (
      isOffered &&
      (this.calls
        .people()
        .get(this.roomId())
        ?.some(({ userId }) => userId === me) ??
        false)
    );
  });

  constructor() {
    const onPage = inject(RoomOnPage);
    effect(() => {
      onPage.roomId.set(this.roomId());
    });
    inject(DestroyRef).onDestroy(() => {
      onPage.roomId.set(null);
    });
  }
}
