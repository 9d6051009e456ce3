import { Component, DestroyRef, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { keyName } from '../../platform/design/key-name';
import { Icon } from '../../platform/design/icon';
import { SearchSuggestions } from './search-suggestions';

/** Milliseconds without a keystroke before the search starts. */
const debounceMs = 300;

/** The search field, with suggestions. */
@Component({
  selector: 'dcc-search-box',
  imports: [Icon, SearchSuggestions, Translate],
  host: { role: 'search', '[class.expanded]': "suggests() || text() !== ''" },
  template: `
    <div class="field">
      <dcc-icon name="search" />
      <input
        #box
        type="search"
        dir="auto"
        aria-autocomplete="list"
        [attr.aria-controls]="suggestions() ? 'search-suggestions' : null"
        [attr.aria-activedescendant]="
          typeof suggestions()?.choice() === 'number' ? 'search-suggestion-' + suggestions()?.choice() : null
        "
        [attr.aria-label]="'Search' | t"
        [placeholder]="'Search' | t"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        (input)="typed(box.value)"
        (focus)="suggests.set(true)"
        (blur)="suggests.set(false)"
        (keydown)="keyed($event, box.value)"
      />
      <kbd aria-hidden="true">{{ ctrl }} F</kbd>
    </div>
    @defer (when suggests()) {
      @if (suggests()) {
        <dcc-search-suggestions #suggestions [text]="text()" (chosen)="take($event)" />
      }
    }
  `,
})
export class SearchBox {
  /** The query; empty to end the search. */
  readonly searched = output<string>();
  /** Asks to move the focus to the results. */
  readonly left = output();
  protected readonly ctrl = keyName('Ctrl');
  protected readonly text = signal('');
  protected readonly suggests = signal(false);
  protected readonly suggestions = viewChild<SearchSuggestions>('suggestions');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  /** Takes the focus back from the results. */
  focus(): void {
    this.box().nativeElement.focus();
    this.suggests.set(false);
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.suggests.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.suggestions()?.isUnfinished()) this.searched.emit(text);
    }, debounceMs);
  }

  /** The user chose a suggestion. */
  protected take(text: string): void {
    const box = this.box().nativeElement;
    box.value = text;
    box.setSelectionRange(text.length, text.length);
    this.typed(text);
  }

  protected keyed(event: KeyboardEvent, text: string): void {
    if (this.suggestions()?.take(event.key)) event.preventDefault();
    else if (event.key === 'Enter') this.searchNow(text);
    else if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.left.emit();
    } else if (event.key === 'Escape' && text !== '') {
      // The next Escape leaves the box: the page handles that key.
      event.preventDefault();
      this.clear();
    }
  }

  private searchNow(text: string): void {
    clearTimeout(this.timer);
    this.suggests.set(false);
    this.searched.emit(text);
  }

  clear(): void {
    this.box().nativeElement.value = '';
    this.text.set('');
    this.searchNow('');
  }
}
