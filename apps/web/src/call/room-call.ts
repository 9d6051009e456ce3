import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Directory } from '../people/directory';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { CallStage } from './call-stage';
import { Calls } from './calls';
import { CurrentCall } from './current-call';

/** A room's call: the stage for who is in it, and who is in it for everybody else. */
@Component({
  selector: 'dcc-room-call',
  imports: [Avatar, CallStage, Icon],
  template: `
    @if (isIn()) {
      @defer (on immediate) {
        <dcc-call-stage />
      }
    } @else {
      @if (ended(); as sentence) {
        <p class="notice" role="status">
          <span>{{ sentence }}</span>
          <button type="button" class="icon-button small" aria-label="Close" (click)="current.dismissEnd()">
            <dcc-icon name="close" />
          </button>
        </p>
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
  protected readonly current = inject(CurrentCall);
  private readonly calls = inject(Calls);
  private readonly directory = inject(Directory);

  protected readonly isIn = computed(() => this.current.roomId() === this.roomId());
  protected readonly ended = computed(() => {
    const ended = this.current.ended();
    return ended?.roomId === this.roomId() ? ended.sentence : null;
  });
  protected readonly people = computed(() => {
    const userIds = new Set(
      this.calls
        .byRoom()
        .get(this.roomId())
        ?.peers.map(({ userId }) => userId),
    );
    return [...userIds].map((userId) => ({ userId, name: this.directory.nameOf(userId) }));
  });
  protected readonly sentence = computed(() => {
    const names = new Intl.ListFormat('en').format(this.people().map(({ name }) => name));
    return `${names} ${this.people().length === 1 ? 'is' : 'are'} in the call`;
  });
}
