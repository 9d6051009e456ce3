import { Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { listOf, t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { Icon } from '../../platform/design/icon';
import { CallEntrance } from '../../client/call/call-entrance';
import { CallStage } from './call-stage';
import { Calls } from '../../client/call/state/calls';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';
import { RejoinNotice } from './rejoin-notice';

/** A room's call: the stage for who is in it, and who is in it for everybody else. */
@Component({
  selector: 'dcc-room-call',
  imports: [Avatar, CallStage, Icon, Translate, RejoinNotice],
  template: `
    @if (isIn()) {
      @defer (when entrance.isLoaded()) {
        <dcc-call-stage />
      } @placeholder {
        <section class="entering" [attr.aria-label]="'Call' | t">
          <p class="quiet">{{ 'Joining the call…' | t }}</p>
        </section>
      }
    } @else {
      @if (ended(); as sentence) {
        <p class="notice" role="status">
          <span>{{ sentence }}</span>
          <button type="button" class="icon-button small" [attr.aria-label]="'Close' | t" (click)="dismissEnd()">
            <dcc-icon name="close" />
          </button>
        </p>
      }
      @if (isElsewhere()) {
        <p class="notice" role="status">
          <span>{{ "You're in this call in another tab or on another device. Move it here?" | t }}</span>
          <button type="button" class="text-button" (click)="entrance.moveHere(roomId())">{{ 'Move here' | t }}</button>
          <button type="button" class="icon-button small" [attr.aria-label]="'Close' | t" (click)="leaveElsewhere()">
            <dcc-icon name="close" />
          </button>
        </p>
      } @else if (rejoinOffer.roomId() === roomId()) {
        <dcc-rejoin-notice [roomId]="roomId()" [isHere]="true" />
      }
      @if (people().length > 0) {
        <p class="call-strip">
          <dcc-icon name="phone" />
          @for (person of people(); track person.userId) {
            <dcc-avatar [userId]="person.userId" />
          }
          <span>{{ sentence() }}</span>
        </p>
      }
    }
  `,
})
export class RoomCall {
  readonly roomId = input.required<RoomId>();
  protected readonly entrance = inject(CallEntrance);
  protected readonly rejoinOffer = inject(RejoinOffer);
  private readonly calls = inject(Calls);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);

  protected readonly isIn = computed(() => this.entrance.roomId() === this.roomId());
  protected readonly ended = computed(() => {
    const ended = this.entrance.ended();
    return ended?.roomId === this.roomId() ? ended.sentence : null;
  });
  protected readonly isElsewhere = computed(() => {
    const isAsked = this.entrance.elsewhere() === this.roomId();
    return isAsked && this.people().some(({ userId }) => userId === this.session.me()?.userId);
  });
  protected readonly people = computed(() => {
    const userIds = new Set(
      this.calls
        .people()
        .get(this.roomId())
        ?.map(({ userId }) => userId),
    );
    return [...userIds].map((userId) => ({ userId, name: this.directory.nameOf(userId) }));
  });
  protected readonly sentence = computed(() => {
    const names = this.people().map(({ name }) => name);
    return t('{names} are in the call', { names: listOf(names), count: names.length });
  });

  constructor() {
    effect(() => {
      this.entrance.roomOnPage.set(this.roomId());
    });
    inject(DestroyRef).onDestroy(() => {
      this.entrance.roomOnPage.set(null);
    });
  }

  /** The call stays on the other device. */
  protected leaveElsewhere(): void {
    this.entrance.elsewhere.set(null);
  }

  /** The person has read why. */
  protected dismissEnd(): void {
    this.entrance.ended.set(null);
  }
}
