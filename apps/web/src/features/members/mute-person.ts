import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Reply, type Room, type UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Field } from '../../platform/design/field';
import { Select } from '../../platform/design/select';

const hour = 3_600;

/** Asks for a duration and a reason, and mutes a member of a room. */
@Component({
  selector: 'dcc-mute-person',
  imports: [ConfirmDialog, Field, Select, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="'Mute {name} in {room}?' | t: { name: name(), room: room().name }"
      [verb]="'Mute {name}' | t: { name: name() }"
      [act]="mute"
      (done)="closed.emit()"
      (closed)="closed.emit()"
    >
      <p>{{ 'They can read but not send messages until the time is up or a moderator unmutes them.' | t }}</p>
      <dcc-select [label]="'For' | t" [options]="spans" [(value)]="seconds" />
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

  protected readonly spans = [
    { value: hour / 6, text: t('10 minutes') },
    { value: hour, text: t('1 hour') },
    { value: 24 * hour, text: t('1 day') },
    { value: 7 * 24 * hour, text: t('7 days') },
  ];
  protected readonly reasonLength = limits.noteLength;
  protected readonly name = computed(() => this.directory.nameOf(this.userId()));
  protected readonly seconds = signal(hour / 6);
  protected readonly reason = signal('');

  protected readonly mute = (): Promise<Reply<unknown>> => {
    const reason = this.reason().trim();
    const whom = { roomId: this.room().roomId, userId: this.userId() };
    const terms = { seconds: this.seconds(), ...(reason && { reason }) };
    return this.connection.ask('member.mute', { ...whom, ...terms });
  };
}
