import { Directive, output } from '@angular/core';

/** Fingers on a message: a tap, or a long press, asks for its actions; neither leaves anything behind on the screen. */
@Directive({
  host: {
    '(pointerdown)': 'began($event)',
    '(pointercancel)': 'isTouching = false',
    '(click)': 'tapped($event)',
    '(contextmenu)': 'held($event)',
  },
})
export class MessageTouch {
  readonly asksActions = output();
  /** A finger is on the message. The focus that a tap brings is not the reader's. */
  isTouching = false;
  /** The tap only closes the keyboard. */
  private endsWriting = false;

  protected began({ pointerType }: PointerEvent): void {
    this.isTouching = pointerType === 'touch';
    this.endsWriting = document.activeElement?.matches('input, textarea') ?? false;
  }

  protected tapped({ target }: Event): void {
    if (this.isTouching && !this.endsWriting && !isControl(target) && !hasSelection()) this.asksActions.emit();
    this.isTouching = false;
  }

  protected held(event: Event): void {
    if (!this.isTouching) return;
    this.isTouching = false;
    // A link has a menu of the system, and a reaction shows whose it is.
    if (isControl(event.target)) return;
    event.preventDefault();
    this.asksActions.emit();
  }
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, input, textarea, summary') !== null;

const hasSelection = (): boolean => !(getSelection()?.isCollapsed ?? true);
