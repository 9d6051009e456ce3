import {
  afterNextRender,
  Component,
  type ElementRef,
  inject,
  Injector,
  input,
  type OnDestroy,
  output,
  viewChild,
} from '@angular/core';
import { Translate } from '../language/translate';
import { Icon } from './icon';
import { placeBeside } from './beside';
import { openModal } from './modal';

let count = 0;

/**
 * A modal dialog on the native element: focus stays inside, Escape closes it, the page behind is inert, and focus
 * returns to the previous element. It is open as long as it is in the page; `closed` asks the parent to remove it.
 */
@Component({
  selector: 'dcc-dialog',
  imports: [Icon, Translate],
  template: `
    <dialog #element [attr.aria-labelledby]="headingId" (cancel)="cancel($event)" (pointerdown)="pressed($event)">
      <header>
        <h2 [id]="headingId">{{ heading() }}</h2>
        <button type="button" class="icon-button" [attr.aria-label]="'Close' | t" (click)="closed.emit()">
          <dcc-icon name="close" />
        </button>
      </header>
      <ng-content />
    </dialog>
  `,
})
export class Dialog implements OnDestroy {
  readonly heading = input.required<string>();
  /** The element beside which it opens, instead of in the middle of the page. */
  readonly beside = input<Element | null>(null);
  readonly closed = output();
  protected readonly headingId = `dialog-${String((count += 1))}`;
  private readonly element = viewChild.required<ElementRef<HTMLDialogElement>>('element');

  private close: (() => void) | undefined;

  constructor() {
    afterNextRender(
      () => {
        const element = this.element().nativeElement;
        const beside = this.beside();
        this.close = openModal(element);
        if (beside) placeBeside(element, beside);
      },
      { injector: inject(Injector) },
    );
  }

  ngOnDestroy(): void {
    this.close?.();
  }

  protected cancel(event: Event): void {
    event.preventDefault();
    this.closed.emit();
  }

  /** A press on the backdrop has the dialog itself as its target, and lies outside its box. */
  protected pressed(event: PointerEvent): void {
    const box = this.element().nativeElement.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (event.target === this.element().nativeElement && !inside) this.closed.emit();
  }
}
