import { Component, effect, inject, input, output, signal } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { Action, outcomeOf } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { Jump } from '../../client/timeline/jump';
import { serverNow } from '../../platform/time/server-clock';
import { fieldDayOf } from '../../platform/time/times';

/** Asks for a day of the room's history and jumps to its first message. */
@Component({
  selector: 'dcc-jump-to-date',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="'Jump to date' | t" (closed)="closed.emit()">
      <!-- The bounds guide who picks a day. A typed one jumps to what is nearest, or the server says that nothing is there. -->
      <form novalidate (submit)="$event.preventDefault(); go()">
        <dcc-field
          type="date"
          [label]="'Day' | t"
          [hint]="'If there are no messages on that day, you jump to the next ones.' | t"
          [problem]="jumping.problem()"
          [min]="first()"
          [max]="today"
          [autofocus]="true"
          [(value)]="day"
        />
        <div class="actions">
          <button type="button" class="secondary" (click)="toBeginning()">{{ 'Jump to the beginning' | t }}</button>
          <button type="submit" class="primary" [attr.aria-disabled]="jumping.busy()">{{ 'Jump' | t }}</button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class JumpToDate {
  readonly roomId = input.required<RoomId>();
  readonly closed = output();
  private readonly jump = inject(Jump);
  protected readonly day = signal('');
  protected readonly jumping = new Action();
  /** The day of the first message that the user may see; null until the server says. */
  protected readonly first = signal<string | null>(null);
  protected readonly today = fieldDayOf(serverNow());

  constructor() {
    effect(() => {
      void this.jump.beginningOf(this.roomId()).then((ts) => {
        this.first.set(ts === null ? null : fieldDayOf(ts));
      });
    });
  }

  protected async go(): Promise<void> {
    const outcome = await this.jumping.run(async () => outcomeOf(await this.jump.toDay(this.roomId(), this.day())));
    if (outcome?.ok) this.closed.emit();
  }

  protected toBeginning(): void {
    this.closed.emit();
    void this.jump.toBeginning(this.roomId());
  }
}
