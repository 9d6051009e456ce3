import { Component, effect, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { ControlLabel } from './control-label';
import { coverPage } from './covers';
import { Icon } from './icon';
import { steppedItem } from './menu-steps';

/**
 * A button and the menu it opens. Arrow keys and first letters move the focus; Escape, Tab and a click elsewhere close the
 * menu.
 */
@Component({
  selector: 'dcc-menu',
  imports: [ControlLabel, Icon],
  host: { '(document:pointerdown)': 'pressed($event)', '(click)': 'chosen($event)', '(keydown)': 'keyed($event)' },
  template: `
    <button
      #button
      type="button"
      class="icon-button"
      aria-haspopup="menu"
      [attr.aria-expanded]="open()"
      [dccLabel]="label()"
      (click)="open() ? close() : show()"
    >
      <dcc-icon name="more" />
    </button>
    <div class="items" role="menu" [attr.aria-label]="label()" [hidden]="!open()"><ng-content /></div>
  `,
})
export class Menu {
  readonly label = input.required<string>();
  protected readonly open = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');

  constructor() {
    effect((onCleanup) => {
      if (this.open()) onCleanup(coverPage(() => this.close()));
    });
  }

  protected show(first = 0): void {
    this.open.set(true);
    setTimeout(() => {
      this.items().at(first)?.focus();
    });
  }

  protected close(): void {
    this.open.set(false);
    this.button().nativeElement.focus();
  }

  /** Closes the menu after any of its actions. */
  protected chosen(event: Event): void {
    if (this.items().some((item) => item.contains(event.target as Node))) this.close();
  }

  protected pressed(event: Event): void {
    if (!this.host.contains(event.target as Node)) this.open.set(false);
  }

  protected keyed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.open()) {
      if (event.key === 'ArrowDown') this.show();
      else if (event.key === 'ArrowUp') this.show(-1);
      else return;
    } else if (event.key === 'Tab') {
      // Tab continues from the button, which has the focus by then.
      return this.close();
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      const items = this.items();
      const here = items.indexOf(document.activeElement as HTMLElement);
      const to = steppedItem(
        event.key,
        here,
        items.map((item) => item.innerText),
      );
      if (to === null) return;
      items[to]?.focus();
    }
    event.preventDefault();
  }

  private items(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }
}
