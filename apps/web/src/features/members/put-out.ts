import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Room, type UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';

const words = {
  remove: {
    question: 'Remove {name} from {room}?',
    consequence: 'They hear nothing more from it, and may come back as everybody may.',
    deed: 'Remove {name}',
  },
  ban: {
    question: 'Ban {name} from {room}?',
    consequence: 'They hear nothing more from it and cannot come back until somebody unbans them.',
    deed: 'Ban {name}',
  },
} as const;

/** Asks whether one means it and why, and puts somebody out of a room. The dialog goes with them. */
@Component({
  selector: 'dcc-put-out',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="words().question | t: { name: name(), room: room().name }" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); putOut()">
        <p>{{ words().consequence | t }}</p>
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
            {{ words().deed | t: { name: name() } }}
          </button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class PutOut {
  readonly room = input.required<Room>();
  readonly userId = input.required<UserId>();
  readonly way = input.required<keyof typeof words>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);

  protected readonly reasonLength = limits.noteLength;
  protected readonly words = computed(() => words[this.way()]);
  protected readonly name = computed(() => this.directory.nameOf(this.userId()));
  protected readonly reason = signal('');
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected async putOut(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const command = this.way() === 'ban' ? 'member.ban' : 'member.kick';
    const reason = this.reason().trim();
    const whom = { roomId: this.room().roomId, userId: this.userId() };
    const reply = await this.connection.ask(command, { ...whom, ...(reason && { reason }) });
    this.busy.set(false);
    if (reply.ok) this.closed.emit();
    else this.problem.set(reply.error.message);
  }
}
