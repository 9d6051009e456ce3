import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Rooms } from '../../client/rooms/rooms';
import { isUnfinished, suggestionsFor, type Suggestion } from './suggestions';

/** Below the box: search operators, and the people and rooms that complete one. The box keeps the focus. */
@Component({
  selector: 'dcc-search-suggestions',
  imports: [Translate],
  template: `
    @if (offered().length > 0) {
      <div class="suggestions">
        <ul id="search-suggestions" role="listbox" [attr.aria-label]="'Search tips' | t">
          @for (suggestion of offered(); track suggestion.written) {
            <li
              role="option"
              [id]="'search-suggestion-' + $index"
              [attr.aria-selected]="choice() === $index"
              (pointerdown)="$event.preventDefault(); chosen.emit(suggestion.text)"
            >
              <code dir="auto">{{ suggestion.written }}</code>
              @if (suggestion.means; as means) {
                <span>{{ means | t }}</span>
              } @else {
                <span dir="auto">{{ suggestion.name }}</span>
              }
            </li>
          }
        </ul>
        @if (text().trim() === '') {
          <p>{{ 'Finds whole words, beginnings of words and parts of words.' | t }}</p>
        }
      </div>
    }
  `,
})
export class SearchSuggestions {
  readonly text = input.required<string>();
  /** The new text of the box. */
  readonly chosen = output<string>();
  private readonly directory = inject(Directory);
  private readonly rooms = inject(Rooms);

  protected readonly offered = computed<readonly Suggestion[]>(() => this.suggest(), { equal: sameSuggestions });
  /** The index of the suggestion chosen by the arrow keys; none at first. */
  readonly choice = linkedSignal<readonly Suggestion[], number | null>({
    source: this.offered,
    computation: () => null,
  });

  readonly isUnfinished = computed(() => isUnfinished(this.text(), this.offered()));

  private suggest(): readonly Suggestion[] {
    const people = [...this.directory.users().values()].map(({ handle, displayName }) => ({
      handle,
      name: displayName,
    }));
    const rooms = this.rooms.list().map(({ name }) => name);
    return suggestionsFor(this.text(), people, rooms);
  }

  /** Handles a key. Returns false if it has no effect here, so that the box can handle it. */
  take(key: string): boolean {
    const count = this.offered().length;
    if (count === 0) return false;
    const choice = this.choice();
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) {
      this.choice.set(choice === null ? (step === 1 ? 0 : count - 1) : (choice + step + count) % count);
      return true;
    }
    const suggestion = choice === null ? undefined : this.offered()[choice];
    if (key !== 'Enter' || !suggestion) return false;
    this.chosen.emit(suggestion.text);
    return true;
  }
}

/** Remote events must not reset the choice. */
const sameSuggestions = (some: readonly Suggestion[], others: readonly Suggestion[]): boolean =>
  some.length === others.length &&
  some.every(({ text, name }, at) => text === others[at]?.text && name === others[at].name);
