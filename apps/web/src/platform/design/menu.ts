import { Component, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Icon } from './icon';

/** A button and the list of things to do that it opens: arrow keys move, Escape and a click elsewhere close it. */
@Component({
  selector: 'dcc-menu',
  imports: [Icon],
  host: { '(document:pointerdown)': 'pressed($event)', '(click)': 'chosen($event)', '(keydown)': 'keyed($event)' },
  template: `
    <button
      #button
      type="button"
      class="icon-button"
      aria-haspopup="menu"
      [attr.aria-expanded]="open()"
      [attr.aria-label]="label()"
      [title]="label()"
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

  protected show(): void {
    this.open.set(true);
    setTimeout(() => {
      this.items()[0]?.focus();
    });
  }

  protected close(): void {
    this.open.set(false);
    this.button().nativeElement.focus();
  }

  /** Whichever of the things to do it was, the menu has done its own. */
  protected chosen(event: Event): void {
    if (this.items().some((item) => item.contains(event.target as Node))) this.close();
  }

  protected pressed(event: Event): void {
    if (!this.host.contains(event.target as Node)) this.open.set(false);
  }

  protected keyed(event: KeyboardEvent): void {
    if (!this.open()) return;
    const items = this.items();
    const here = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') this.close();
    else if (to !== undefined) items.at(to % items.length)?.focus();
    else return;
    event.preventDefault();
  }

  private items(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }
}
