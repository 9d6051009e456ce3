import { Component, input, model } from '@angular/core';

let count = 0;

export interface SelectOption<Value extends string | number> {
  readonly value: Value;
  readonly text: string;
  /** The language of the text, if it isn't the page's. */
  readonly lang?: string;
}

/** A labelled list to choose one option from, with a hint below it. */
@Component({
  selector: 'dcc-select',
  host: { class: 'field' },
  template: `
    <label [for]="id">{{ label() }}</label>
    <select
      #list
      [id]="id"
      [attr.aria-describedby]="hint() ? id + '-note' : null"
      (change)="choose(list.selectedIndex)"
    >
      @for (option of options(); track option.value) {
        <option
          [value]="option.value"
          [text]="option.text"
          [attr.lang]="option.lang"
          [selected]="option.value === value()"
        ></option>
      }
    </select>
    @if (hint(); as hint) {
      <p [id]="id + '-note'" class="note">{{ hint }}</p>
    }
  `,
})
export class Select<Value extends string | number> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly SelectOption<Value>[]>();
  readonly value = model.required<Value>();
  readonly hint = input('');
  protected readonly id = `select-${String((count += 1))}`;

  /** By its index, because the DOM knows an option's value as a text only. */
  protected choose(index: number): void {
    const option = this.options()[index];
    if (option) this.value.set(option.value);
  }
}
