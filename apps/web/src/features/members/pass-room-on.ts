import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Room, UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Dialog } from '../../platform/design/dialog';

/** Asks whether one means it, and makes somebody else the owner of a room. */
@Component({
  selector: 'dcc-pass-room-on',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Make {name} the owner?' | t: { name: name() }" (closed)="closed.emit()">
      <p>
        @if (asAdmin()) {
          {{ '{room} belongs to them from then on, and no longer to the admins.' | t: { room: room().name } }}
        } @else {
          {{
            '{room} is theirs then, and you stay in it as a mod. Only they can give it back.' | t: { room: room().name }
          }}
        }
      </p>
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      <div class="actions">
        <button type="button" class="secondary" (click)="closed.emit()">{{ 'Keep it' | t }}</button>
        <button type="button" class="danger" [disabled]="busy()" (click)="passOn()">
          {{ 'Make {name} the owner' | t: { name: name() } }}
        </button>
      </div>
    </dcc-dialog>
  `,
})
export class PassRoomOn {
  readonly room = input.required<Room>();
  readonly userId = input.required<UserId>();
  /** Nobody owns it yet: an admin gives it to somebody. */
  readonly asAdmin = input(false);
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly name = computed(() => this.directory.nameOf(this.userId()));
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected async passOn(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const whom = { roomId: this.room().roomId, userId: this.userId() };
    const reply = await this.connection.ask('member.set_role', { ...whom, role: 'owner' });
    this.busy.set(false);
    if (reply.ok) this.closed.emit();
    else this.problem.set(reply.error.message);
  }
}
