import { Component, input, output } from '@angular/core';
import { Translate } from '../../platform/language/translate';

/** Sentences about a search: why it failed, which operators it does not know, and that it did not reach everything. */
@Component({
  selector: 'dcc-search-notes',
  imports: [Translate],
  template: `
    @if (problem(); as problem) {
      <p class="notice problem" role="alert">
        <span>{{ problem }}</span>
        <button type="button" class="text-button" (click)="retried.emit()">{{ 'Try again' | t }}</button>
      </p>
    }
    @for (sentence of unknown(); track sentence) {
      <p class="notice" role="status">
        <span>{{ sentence }}</span>
      </p>
    }
    @if (isCutShort()) {
      <p class="notice" role="status">
        <span>{{ 'Only the newest messages were searched. Add more words, or go back in time with before:' | t }}</span>
      </p>
    }
  `,
})
export class SearchNotes {
  readonly problem = input.required<string>();
  readonly unknown = input.required<readonly string[]>();
  readonly isCutShort = input.required<boolean>();
  readonly retried = output();
}
