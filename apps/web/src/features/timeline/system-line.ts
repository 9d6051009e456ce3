import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { RoomLine, UserId } from '@devchitchat/contracts';
import { Directory } from '../../client/people/directory';
import { Icon, type IconName } from '../../platform/design/icon';
import { clockTime, momentOf } from '../../platform/time/times';
import { linePartsOf } from './line-parts';

const icons: Readonly<Record<RoomLine['kind'], IconName>> = {
  joined: 'add-person',
  added: 'add-person',
  left: 'leave',
  kicked: 'leave',
  banned: 'lock',
  muted: 'bell',
  unmuted: 'bell',
  role_changed: 'people',
  updated: 'edit',
  slow_mode: 'history',
  pinned: 'pin',
  called: 'phone',
};

/**
 * One line about what happened in the room. It is no message: nobody wrote it, and the arrow keys pass over it. Names are
 * for the pointer only, because the list of members offers the same by keyboard and a stop at each would be in the way.
 */
@Component({
  selector: 'dcc-system-line',
  imports: [Icon],
  template: `
    <dcc-icon [name]="icon()" />
    <p>
      @for (part of parts(); track $index) {
        @switch (part.kind) {
          @case ('person') {
            <button type="button" tabindex="-1" (click)="asksWho.emit(part.userId)">
              <bdi>{{ part.text }}</bdi>
            </button>
          }
          @case ('others') {
            <button type="button" aria-expanded="false" (click)="isUnfolded.set(true)">{{ part.text }}</button>
          }
          @case ('message') {
            <button type="button" (click)="jumps.emit(part.seq)">{{ part.text }}</button>
          }
          @default {
            <bdi>{{ part.text }}</bdi>
          }
        }
      }
      <time [attr.datetime]="iso()" [title]="moment()">{{ clock() }}</time>
    </p>
  `,
})
export class SystemLine {
  readonly line = input.required<RoomLine>();
  /** The reader wants to see a person's card. */
  readonly asksWho = output<UserId>();
  /** The reader wants to see the message that the line tells of. */
  readonly jumps = output<number>();

  private readonly directory = inject(Directory);
  protected readonly isUnfolded = signal(false);
  protected readonly icon = computed(() => icons[this.line().kind]);
  protected readonly clock = computed(() => clockTime(this.line().ts));
  protected readonly moment = computed(() => momentOf(this.line().ts));
  protected readonly iso = computed(() => new Date(this.line().ts).toISOString());
  protected readonly parts = computed(() =>
    linePartsOf(this.line(), (userId) => this.directory.nameOf(userId), this.isUnfolded()),
  );
}
