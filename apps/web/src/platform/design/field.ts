import { afterNextRender, Component, type ElementRef, input, model, viewChild } from '@angular/core';

let count = 0;

/** A labelled text field with a hint or a problem below it. */
@Component({
  selector: 'dcc-field',
  template: `
    <label [for]="id">{{ label() }}</label>
    <input
      #line
      [id]="id"
      [type]="type()"
      [attr.dir]="type() === 'text' ? 'auto' : null"
      [value]="value()"
      [attr.autocomplete]="autocomplete()"
      [attr.maxlength]="maxLength()"
      [attr.min]="min()"
      [attr.max]="max()"
      [attr.placeholder]="placeholder()"
      [attr.aria-describedby]="id + '-note'"
      [attr.aria-invalid]="problem() ? true : null"
      [attr.autofocus]="autofocus() ? '' : null"
      [attr.inputmode]="inputMode()"
      autocapitalize="off"
      spellcheck="false"
      (input)="value.set($any($event.target).value)"
    />
    <p [id]="id + '-note'" class="note" aria-live="polite" [class.problem]="problem()">{{ problem() || hint() }}</p>
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly value = model.required<string>();
  readonly type = input<'text' | 'search' | 'password' | 'number' | 'date' | 'datetime-local'>('text');
  readonly hint = input('');
  /** A sentence; empty without a problem. */
  readonly problem = input<string | null>('');
  readonly autocomplete = input('off');
  readonly inputMode = input<string | null>(null);
  readonly placeholder = input<string | null>(null);
  readonly maxLength = input<number | null>(null);
  /** The first and the last day or number that the field takes. */
  readonly min = input<string | null>(null);
  readonly max = input<string | null>(null);
  readonly autofocus = input(false);
  private readonly line = viewChild.required<ElementRef<HTMLElement>>('line');
  protected readonly id = `field-${String((count += 1))}`;

  constructor() {
    // Browsers honour the attribute in a dialog, but not on a page whose address has a fragment, as all of ours have.
    afterNextRender(() => {
      if (this.autofocus() && matchMedia('(pointer: fine)').matches) this.line().nativeElement.focus();
    });
  }
}
