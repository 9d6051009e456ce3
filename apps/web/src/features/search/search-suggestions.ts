import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Rooms } from '../../client/rooms/rooms';
import { suggestionsFor, type Suggestion } from './suggestions';

/** Under the box: what one can search with, or whom and which room one may mean. The box keeps the focus. */
@Component({
  selector: 'dcc-search-suggestions',
  imports: [Translate],
  template: `
    @if (offered().length > 0) {
      <div class="suggestions">
        <ul id="search-suggestions" role="listbox" [attr.aria-label]="'Ways to search' | t">
          @for (suggestion of offered(); track suggestion.written) {
            <li
              role="option"
              [id]="'search-suggestion-' + $index"
              [attr.aria-selected]="choice() === $index"
              (pointerdown)="$event.preventDefault(); chosen.emit(suggestion.text)"
            >
              <code>{{ suggestion.written }}</code>
              @if (suggestion.means; as means) {
                <span>{{ means | t }}</span>
              } @else {
                <span>{{ suggestion.name }}</span>
              }
            </li>
          }
        </ul>
        @if (text().trim() === '') {
          <p>{{ 'Words are found whole, by their beginning and in the middle of others.' | t }}</p>
        }
      </div>
    }
  `,
})
export class SearchSuggestions {
  readonly text = input.required<string>();
  /** What the box says from now on. */
  readonly chosen = output<string>();
  private readonly directory = inject(Directory);
  private readonly rooms = inject(Rooms);

  protected readonly offered = computed<readonly Suggestion[]>(() => this.suggest(), { equal: sameSuggestions });
  /** Which of them the arrow keys point at; none at first. */
  readonly choice = linkedSignal<readonly Suggestion[], number | null>({
    source: this.offered,
    computation: () => null,
  });

  private suggest(): readonly Suggestion[] {
    const people = [...this.directory.users().values()].map(({ handle, displayName }) => ({
      handle,
      name: displayName,
    }));
    const rooms = this.rooms.list().map(({ name }) => name);
    return suggestionsFor(this.text(), people, rooms);
  }

  /** Does what a key means here. False where it means nothing, so that the box may take it for something else. */
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

/** What others do meanwhile must not take the choice away. */
const sameSuggestions = (some: readonly Suggestion[], others: readonly Suggestion[]): boolean =>
  some.length === others.length &&
  some.every(({ text, name }, at) => text === others[at]?.text && name === others[at].name);
