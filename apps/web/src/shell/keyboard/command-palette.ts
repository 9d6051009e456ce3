import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  linkedSignal,
  type OnDestroy,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { openModal } from '../../platform/design/modal';
import { EarlyKeys } from './early-keys';
import { fitting } from './fuzzy';
import { OpenConversation } from './open-conversation';
import { PaletteActions } from './palette-actions';
import { PaletteCall } from './palette-call';
import { PaletteEntries } from './palette-entries';
import type { PaletteEntry } from './palette-entry';
import { PalettePeople } from './palette-people';
import { PaletteRooms } from './palette-rooms';

/** Maximum number of results; typing more letters finds the rest. */
const maxShown = 50;

/** Searches rooms, people and actions by the typed text, and runs the chosen one. */
@Component({
  selector: 'dcc-command-palette',
  imports: [Icon, Translate],
  providers: [OpenConversation, PaletteActions, PaletteCall, PaletteEntries, PalettePeople, PaletteRooms],
  template: `
    <dialog
      #dialog
      class="palette"
      [attr.aria-label]="'Command palette' | t"
      (cancel)="$event.preventDefault(); closed.emit()"
      (pointerdown)="pressed($event)"
    >
      <input
        #line
        type="text"
        dir="auto"
        role="combobox"
        autofocus
        autocomplete="off"
        spellcheck="false"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls="palette-list"
        [attr.aria-activedescendant]="found().length > 0 ? 'palette-' + choice() : null"
        [attr.aria-label]="'Room or action' | t"
        [placeholder]="'Search rooms, people and actions…' | t"
        (input)="typed.set(line.value)"
        (keydown)="keyed($event)"
      />
      @if (hasNone()) {
        <p class="quiet" role="status">{{ 'No results' | t }}</p>
      }
      <ul id="palette-list" role="listbox" [attr.aria-label]="'Results' | t">
        @for (match of found(); track match.entry.key) {
          @let entry = match.entry;
          <li
            role="option"
            [id]="'palette-' + $index"
            [attr.aria-selected]="choice() === $index"
            (pointermove)="choice.set($index)"
            (pointerup)="choose(entry)"
          >
            <dcc-icon [name]="entry.icon" />
            <span class="label" dir="auto">
              {{ entry.label }}
              @if (reasonOf(match); as reason) {
                <small class="reason" dir="auto">{{ reason }}</small>
              }
            </span>
            <small dir="auto" [class.waits]="entry.waits">{{ entry.note }}</small>
          </li>
        }
      </ul>
    </dialog>
  `,
})
export class CommandPalette implements OnDestroy {
  readonly closed = output();
  private readonly entries = inject(PaletteEntries);
  private readonly early = inject(EarlyKeys);
  private readonly line = viewChild.required<ElementRef<HTMLInputElement>>('line');
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly typed = signal('');
  private readonly fits = computed(() => fitting(this.typed(), this.entries.all()).slice(0, maxShown));
  protected readonly hasNone = computed(() => this.fits().length === 0);
  protected readonly found = computed((): ReturnType<typeof fitting<PaletteEntry>> => {
    const words = this.typed().trim();
    return words === ''
      ? this.fits()
      : [...this.fits(), { entry: this.entries.browsingFor(words), reason: 'label' as const }];
  });
  protected readonly choice = linkedSignal({ source: this.typed, computation: () => 0 });

  private close: (() => void) | undefined;

  constructor() {
    afterNextRender(() => {
      const { text, chooses } = this.early.take();
      this.close = openModal(this.dialog().nativeElement);
      this.line().nativeElement.value = text;
      this.typed.set(text);
      if (chooses) this.choose(this.found()[0]?.entry);
    });
  }

  ngOnDestroy(): void {
    this.close?.();
  }

  /** The text that matched, unless it is the label. */
  protected reasonOf({ entry, reason }: ReturnType<typeof fitting<PaletteEntry>>[number]): string {
    return reason === 'label' ? '' : entry[reason];
  }

  protected keyed(event: KeyboardEvent): void {
    const count = this.found().length;
    const here = this.choice();
    const to = { ArrowDown: here + 1, ArrowUp: here + count - 1, Home: 0, End: count - 1 }[event.key];
    const isAmongLetters = (event.key === 'Home' || event.key === 'End') && this.typed() !== '';
    if (event.key === 'Enter') this.choose(this.found()[here]?.entry);
    else if (to !== undefined && count > 0 && !isAmongLetters) this.show(to % count);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) this.closed.emit();
    else return;
    event.preventDefault();
  }

  protected choose(entry: PaletteEntry | undefined): void {
    if (!entry) return;
    // Closes first: the chosen entry may open a dialog, which must get the focus.
    this.closed.emit();
    this.close?.();
    this.close = undefined;
    entry.run();
  }

  protected pressed(event: PointerEvent): void {
    const dialog = this.dialog().nativeElement;
    if (event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) this.closed.emit();
  }

  private show(index: number): void {
    this.choice.set(index);
    this.dialog()
      .nativeElement.querySelector(`#palette-${String(index)}`)
      ?.scrollIntoView({ block: 'nearest' });
  }
}
