import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Reply, type Room, type UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Field } from '../../platform/design/field';

const words = {
  remove: {
    question: 'Remove {name} from {room}?',
    consequence: 'They’re removed at once, but can come back like anyone else.',
    deed: 'Remove {name}',
  },
  ban: {
    question: 'Ban {name} from {room}?',
    consequence: 'They’re removed at once and can’t come back until a moderator unbans them.',
    deed: 'Ban {name}',
  },
} as const;

/** Asks for a reason and kicks or bans a member of a room. */
@Component({
  selector: 'dcc-kick-ban-dialog',
  imports: [ConfirmDialog, Field, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="words().question | t: { name: name(), room: room().name }"
      [verb]="words().deed | t: { name: name() }"
      [act]="remove"
      (done)="closed.emit()"
      (closed)="closed.emit()"
    >
      <p>{{ words().consequence | t }}</p>
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
export class KickBanDialog {
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

  protected readonly remove = (): Promise<Reply<unknown>> => {
    const command = this.way() === 'ban' ? 'member.ban' : 'member.kick';
    const reason = this.reason().trim();
    const whom = { roomId: this.room().roomId, userId: this.userId() };
    return this.connection.ask(command, { ...whom, ...(reason && { reason }) });
  };
}
