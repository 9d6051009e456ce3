import { Component, type ElementRef, output, viewChild } from '@angular/core';
import { Icon } from '../ui/icon';

/** Milliseconds without a keystroke after which is searched. */
const patienceMs = 300;

/** Where one says what to look for. */
@Component({
  selector: 'dcc-search-box',
  imports: [Icon],
  host: { role: 'search', '(document:keydown)': 'shortcut($event)' },
  template: `
    <dcc-icon name="search" />
    <input
      #box
      type="search"
      aria-label="Search"
      placeholder="Search"
      autocomplete="off"
      spellcheck="false"
      (input)="typed(box.value)"
      (keydown.escape)="clear()"
      (keydown.enter)="searchNow(box.value)"
    />
    <kbd aria-hidden="true">Ctrl K</kbd>
  `,
})
export class SearchBox {
  /** What to look for; empty when nothing any more. */
  readonly searched = output<string>();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected typed(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.searched.emit(text);
    }, patienceMs);
  }

  protected searchNow(text: string): void {
    clearTimeout(this.timer);
    this.searched.emit(text);
  }

  protected clear(): void {
    this.box().nativeElement.value = '';
    this.searchNow('');
  }

  protected shortcut(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.box().nativeElement.focus();
  }
}
