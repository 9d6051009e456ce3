import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Room, type UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';

const hour = 3_600;

const spans = [
  { words: '10 minutes', seconds: hour / 6 },
  { words: '1 hour', seconds: hour },
  { words: '1 day', seconds: 24 * hour },
  { words: '7 days', seconds: 7 * 24 * hour },
] as const;

/** Asks for how long and why, and keeps somebody from speaking in a room. */
@Component({
  selector: 'dcc-mute-person',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="'Mute {name} in {room}?' | t: { name: name(), room: room().name }" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); mute()">
        <p>{{ 'They can read, and say nothing until the time is over or somebody unmutes them.' | t }}</p>
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
          [hint]="'Optional. They and everybody in the room can read it.' | t"
          [(value)]="reason"
          [maxLength]="reasonLength"
          [autofocus]="true"
        />
        @if (problem(); as problem) {
          <p class="notice problem" role="alert">{{ problem }}</p>
        }
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
          <button type="submit" class="danger" [attr.aria-disabled]="busy()">
            {{ 'Mute {name}' | t: { name: name() } }}
          </button>
        </div>
      </form>
    </dcc-dialog>
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
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected async mute(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const reason = this.reason().trim();
    const whom = { roomId: this.room().roomId, userId: this.userId() };
    const terms = { seconds: this.seconds(), ...(reason && { reason }) };
    const reply = await this.connection.ask('member.mute', { ...whom, ...terms });
    this.busy.set(false);
    if (reply.ok) this.closed.emit();
    else this.problem.set(reply.error.message);
  }
}
