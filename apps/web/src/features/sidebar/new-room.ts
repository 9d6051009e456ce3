import { Component, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { limits } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { Rooms } from '../../client/rooms/rooms';

/** Creates a room and opens it. */
@Component({
  selector: 'dcc-new-room',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="'New room' | t" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); create()">
        <dcc-field
          [label]="'Name' | t"
          [(value)]="name"
          [maxLength]="nameLength"
          [problem]="creation.problem()"
          [autofocus]="true"
        />
        <dcc-field
          [label]="'Topic' | t"
          [hint]="'Optional. What it’s about.' | t"
          [(value)]="topic"
          [maxLength]="topicLength"
        />
        <label class="check">
          <input
            type="checkbox"
            [attr.aria-label]="'Private' | t"
            [checked]="isPrivate()"
            (change)="isPrivate.set(!isPrivate())"
          />
          <span>
            <b>{{ 'Private' | t }}</b>
            <small>{{
              (isPrivate() ? 'Only its members can see it.' : 'Everyone here can find and join it.') | t
            }}</small>
          </span>
        </label>
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
          <button type="submit" class="primary" [attr.aria-disabled]="creation.busy()">{{ 'Create' | t }}</button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class NewRoom {
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly router = inject(Router);

  protected readonly nameLength = limits.roomNameLength;
  protected readonly topicLength = limits.topicLength;
  protected readonly name = signal('');
  protected readonly topic = signal('');
  protected readonly isPrivate = signal(false);
  protected readonly creation = new Action();

  protected async create(): Promise<void> {
    if (this.name().trim() === '') return this.creation.problem.set(t('Give the room a name.'));
    const reply = await this.creation.run(() =>
      this.connection.ask('room.create', {
        name: this.name().trim(),
        topic: this.topic().trim(),
        kind: this.isPrivate() ? 'private' : 'public',
      }),
    );
    if (!reply?.ok) return;
    this.rooms.enter(reply.value);
    this.closed.emit();
    await this.router.navigate(['/room', reply.value.room.roomId]);
  }
}
