import { Component, DestroyRef, inject, input, output } from '@angular/core';
import { Translate } from '../language/translate';
import { Action, type Outcome } from './action';
import { Dialog } from './dialog';

/**
 * Asks before it acts: a heading, the caller's content, and two buttons. It acts once however often the user clicks,
 * and stays open with the reason after a failure.
 */
@Component({
  selector: 'dcc-confirm-dialog',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="heading()" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); confirm()">
        <ng-content />
        @if (action.problem(); as problem) {
          <p class="notice problem" role="alert">{{ problem }}</p>
        }
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ dismissal() || ('Cancel' | t) }}</button>
          <button type="submit" [class]="dangerous() ? 'danger' : 'primary'" [attr.aria-disabled]="action.busy()">
            {{ verb() }}
          </button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class ConfirmDialog {
  readonly heading = input.required<string>();
  /** The label of the button that acts. */
  readonly verb = input.required<string>();
  readonly act = input.required<() => Promise<Outcome>>();
  readonly dangerous = input(true);
  /** The label of the button that closes; empty means "Cancel". */
  readonly dismissal = input('');
  readonly done = output();
  readonly closed = output();
  protected readonly action = new Action();
  private readonly destroyRef = inject(DestroyRef);

  protected async confirm(): Promise<void> {
    const outcome = await this.action.run(this.act());
    // The event about the act may arrive before the reply, and remove the row that this dialog belongs to.
    if (outcome?.ok && !this.destroyRef.destroyed) this.done.emit();
  }
}
