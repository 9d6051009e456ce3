import { Directive, inject, output } from '@angular/core';
import { LastPress } from '../../platform/design/last-press';

/** Fingers on a message: a tap, or a long press, asks for its actions; neither leaves anything behind on the screen. */
@Directive({
  host: {
    '(pointerdown)': 'began()',
    '(click)': 'tapped($event)',
    '(contextmenu)': 'held($event)',
  },
})
export class MessageTouch {
  readonly asksActions = output();
  private readonly press = inject(LastPress);
  /** The tap only closes the keyboard. */
  private endsWriting = false;

  /** The focus that the message now gets is not the reader's. */
  get isTouched(): boolean {
    return this.press.wasTouch;
  }

  protected began(): void {
    this.endsWriting = document.activeElement?.matches('input, textarea') ?? false;
  }

  protected tapped({ target }: Event): void {
    if (this.isTouched && !this.endsWriting && !isControl(target) && !hasSelection()) this.asksActions.emit();
  }

  protected held(event: Event): void {
    // A link has a menu of the system, and a reaction shows whose it is.
    if (!this.isTouched || isControl(event.target)) return;
    event.preventDefault();
    this.asksActions.emit();
  }
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, input, textarea, summary') !== null;

const hasSelection = (): boolean => !(getSelection()?.isCollapsed ?? true);
