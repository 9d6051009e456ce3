import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Reply, type Room, type UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Field } from '../../platform/design/field';

const hour = 3_600;

const spans = [
  { words: '10 minutes', seconds: hour / 6 },
  { words: '1 hour', seconds: hour },
  { words: '1 day', seconds: 24 * hour },
  { words: '7 days', seconds: 7 * 24 * hour },
] as const;

/** Asks for a duration and a reason, and mutes a member of a room. */
@Component({
  selector: 'dcc-mute-person',
  imports: [ConfirmDialog, Field, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="'Mute {name} in {room}?' | t: { name: name(), room: room().name }"
      [verb]="'Mute {name}' | t: { name: name() }"
      [act]="mute"
      (done)="closed.emit()"
      (closed)="closed.emit()"
    >
      <p>{{ 'They can read but not send messages until the time is up or a moderator unmutes them.' | t }}</p>
      <label>
        {{ 'For' | t }}
        <select (change)="seconds.set(+$any($event.target).value)">
          @for (span of spans; track span.seconds) {
            <option [value]="span.seconds">{{ span.words | t }}</option>
          }
        </select>
      </label>
      <dcc-field
        [label]="'Reason' | t"
        [hint]="'Optional. They and everyone in the room can read it.' | t"
        [(value)]="reason"
        [maxLength]="reasonLength"
        [autofocus]="true"
      />
    </dcc-confirm-dialog>
  `,
})
export class MutePerson {
  readonly room = input.required<Room>();
  readonly userId = input.required<UserId>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);

  protected readonly spans = spans;
  protected readonly reasonLength = limits.noteLength;
  protected readonly name = computed(() => this.directory.nameOf(this.userId()));
  protected readonly seconds = signal<number>(spans[0].seconds);
  protected readonly reason = signal('');

  protected readonly mute = (): Promise<Reply<unknown>> => {
    const reason = this.reason().trim();
    const whom = { roomId: this.room().roomId, userId: this.userId() };
    const terms = { seconds: this.seconds(), ...(reason && { reason }) };
    return this.connection.ask('member.mute', { ...whom, ...terms });
  };
}
